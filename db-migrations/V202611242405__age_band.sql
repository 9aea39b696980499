-- A code list: ages of the people that services are meant for. Providers also use bands of their own.
CREATE TABLE age_band (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    code VARCHAR(30) COLLATE utf8mb4_bin NOT NULL COMMENT 'our own and lasting',
    position INT NOT NULL,
    name VARCHAR(100) NOT NULL,
    age_from INT NULL COMMENT 'years; null = no lower bound',
    age_to INT NULL COMMENT 'years, belongs to the band; null = no upper bound',
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the official list',
    UNIQUE KEY age_band_code (code)
);
