CREATE TABLE organisation (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    name VARCHAR(200) NOT NULL,
    ico CHAR(8) COLLATE utf8mb4_bin NULL,
    triad_role VARCHAR(20) COLLATE utf8mb4_bin NULL,
    website VARCHAR(300) NULL,
    note TEXT NULL,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    search_name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci GENERATED ALWAYS AS (name) STORED,
    CONSTRAINT organisation_triad_role CHECK (triad_role IN ('COMMISSIONER', 'PROVIDER', 'USER')),
    CONSTRAINT organisation_ico CHECK (ico REGEXP '^[0-9]{8}$'),
    UNIQUE KEY organisation_public_id (public_id),
    UNIQUE KEY organisation_ico_once (ico),
    UNIQUE KEY organisation_name_once (search_name),
    KEY organisation_sort (name, id)
);
