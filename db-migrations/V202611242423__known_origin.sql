-- Browsers and addresses from which an account has signed in: a stranger's guesses elsewhere do not slow them down.
CREATE TABLE known_origin (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    origin CHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256 of the mark of the browser or of the address',
    seen_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT known_origin_account FOREIGN KEY (account_id) REFERENCES account (id),
    UNIQUE KEY known_origin_once (account_id, origin)
);
