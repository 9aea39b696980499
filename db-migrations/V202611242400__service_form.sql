-- A code list: forms in which services are provided (act 108/2006, section 33).
CREATE TABLE service_form (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code VARCHAR(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'FormaSocialniSluzby of the national register',
    position INT NOT NULL,
    name VARCHAR(100) NOT NULL,
    ministry_id INT NULL COMMENT 'id in the lists of the ministry',
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    UNIQUE KEY service_form_code (code)
);
