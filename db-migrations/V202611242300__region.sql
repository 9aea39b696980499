-- A code list: the regions of the country.
CREATE TABLE region (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code CHAR(5) COLLATE utf8mb4_bin NOT NULL COMMENT 'NUTS 3',
    register_code VARCHAR(10) COLLATE utf8mb4_bin NULL COMMENT 'VUSC',
    name VARCHAR(100) NOT NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    UNIQUE KEY region_code (code)
);
