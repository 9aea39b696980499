-- A dated code list: kinds of social services of act 108/2006.
CREATE TABLE service_kind (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'our own and lasting: the paragraph, such as 37-3 or 60a',
    section VARCHAR(40) NULL COMMENT 'the paragraph as one writes it',
    name VARCHAR(200) NOT NULL,
    category VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    ministry_id INT NULL COMMENT 'id in the lists of the ministry',
    register_number INT NULL COMMENT 'DruhSocialniSluzby/N of the national register',
    registered BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'can be registered by itself',
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    CONSTRAINT service_kind_category CHECK (category IN ('COUNSELLING', 'CARE', 'PREVENTION')),
    UNIQUE KEY service_kind_code (code)
);
