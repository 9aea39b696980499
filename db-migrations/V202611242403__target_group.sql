-- A dated code list: groups of people that services are meant for.
CREATE TABLE target_group (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code VARCHAR(30) COLLATE utf8mb4_bin NOT NULL COMMENT 'our own and lasting',
    position INT NOT NULL,
    name VARCHAR(200) NOT NULL,
    register_number INT NULL COMMENT 'CilovaSkupinaOsoby/N of the national register',
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    CONSTRAINT target_group_span CHECK (valid_to >= valid_from),
    UNIQUE KEY target_group_code (code),
    UNIQUE KEY target_group_register_number (register_number)
);
