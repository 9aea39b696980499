-- A code list: municipalities with extended powers and their districts.
CREATE TABLE orp (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code CHAR(4) COLLATE utf8mb4_bin NOT NULL COMMENT 'list 65 of the statistical office',
    name VARCHAR(100) NOT NULL,
    region_id BIGINT NULL,
    valid_from DATE NULL COMMENT 'null = not known, as far back as anybody asks',
    valid_to DATE NULL COMMENT 'the last day',
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    CONSTRAINT orp_region FOREIGN KEY (region_id) REFERENCES region (id),
    CONSTRAINT orp_code_digits CHECK (code REGEXP '^[0-9]{4}$'),
    CONSTRAINT orp_span CHECK (valid_to >= valid_from),
    UNIQUE KEY orp_code (code),
    KEY orp_sort (name, id)
);
