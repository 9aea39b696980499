-- A code list: the regions of the country.
CREATE TABLE region (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code CHAR(5) COLLATE utf8mb4_bin NOT NULL COMMENT 'NUTS 3',
    register_code VARCHAR(10) COLLATE utf8mb4_bin NULL COMMENT 'VUSC',
    name VARCHAR(100) NOT NULL,
    valid_from DATE NULL COMMENT 'null = not known, as far back as anybody asks',
    valid_to DATE NULL COMMENT 'the last day',
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    CONSTRAINT region_span CHECK (valid_to >= valid_from),
    UNIQUE KEY region_code (code)
);
