CREATE TABLE person (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    title_before VARCHAR(50) NULL COMMENT 'Mgr., Ing. …',
    given_name VARCHAR(100) NULL COMMENT 'unknown for people read from old minutes',
    family_name VARCHAR(100) NOT NULL,
    title_after VARCHAR(50) NULL COMMENT 'Ph.D., DiS. …',
    email VARCHAR(254) NULL,
    phone VARCHAR(40) NULL,
    publish_name BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'agreed to be named in published minutes',
    search_name VARCHAR(210) COLLATE utf8mb4_uca1400_ai_ci
        GENERATED ALWAYS AS (CONCAT_WS(' ', given_name, family_name)) STORED,
    UNIQUE KEY person_public_id (public_id),
    KEY person_sort (family_name, given_name, id),
    KEY person_search (search_name)
);
