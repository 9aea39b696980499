CREATE TABLE account (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    person_id BIGINT NOT NULL,
    email VARCHAR(254) COLLATE utf8mb4_bin NOT NULL COMMENT 'sign-in name, lower case',
    password_hash VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    admin BOOLEAN NOT NULL DEFAULT FALSE,
    planner BOOLEAN NOT NULL DEFAULT FALSE,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    language CHAR(2) COLLATE utf8mb4_bin NOT NULL DEFAULT 'cs',
    color_scheme VARCHAR(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'SYSTEM',
    CONSTRAINT account_language CHECK (language IN ('cs', 'en')),
    CONSTRAINT account_color_scheme CHECK (color_scheme IN ('SYSTEM', 'LIGHT', 'DARK')),
    CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person (id),
    UNIQUE KEY account_person_once (person_id),
    UNIQUE KEY account_email (email)
);
