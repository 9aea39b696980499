-- Tokens are minted when a mail is sent; only their hash is kept.
CREATE TABLE link_token (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    link_id BIGINT NOT NULL,
    token_hash CHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256, hexadecimal',
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT link_token_link FOREIGN KEY (link_id) REFERENCES personal_link (id),
    UNIQUE KEY link_token_hash (token_hash)
);
