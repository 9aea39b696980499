-- A dated code list: kinds of social services of act 108/2006.
CREATE TABLE service_kind (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'our own and lasting: the paragraph, such as 37-3 or 60a',
    position INT NOT NULL COMMENT 'the order of the act',
    section VARCHAR(40) NULL COMMENT 'the paragraph as one writes it',
    name VARCHAR(200) NOT NULL,
    category VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    ministry_id INT NULL COMMENT 'id in the lists of the ministry',
    register_number INT NULL COMMENT 'DruhSocialniSluzby/N of the national register',
    note VARCHAR(500) NULL COMMENT 'what there is to know or to verify',
    valid_from DATE NULL COMMENT 'null = not known, as far back as anybody asks',
    valid_to DATE NULL COMMENT 'the last day',
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    CONSTRAINT service_kind_category CHECK (category IN ('COUNSELLING', 'CARE', 'PREVENTION')),
    CONSTRAINT service_kind_span CHECK (valid_to >= valid_from),
    UNIQUE KEY service_kind_code (code)
);
