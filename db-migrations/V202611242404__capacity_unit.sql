-- A code list: what capacities are counted in. Capacities of different units are never added up.
CREATE TABLE capacity_unit (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'our own and lasting',
    position INT NOT NULL,
    name VARCHAR(100) NOT NULL,
    register_code VARCHAR(20) COLLATE utf8mb4_bin NULL COMMENT 'TypKapacitySocialniSluzby of the national register',
    network BOOLEAN NOT NULL COMMENT 'counts capacities of the network',
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    UNIQUE KEY capacity_unit_code (code)
);
