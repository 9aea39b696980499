CREATE TABLE working_group (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    name VARCHAR(200) NOT NULL,
    short_name VARCHAR(60) NULL,
    kind VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
    description TEXT NULL,
    logo_file_id BIGINT NULL,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    search_name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci GENERATED ALWAYS AS (name) STORED,
    CONSTRAINT working_group_kind CHECK (kind IN ('WORKING', 'STEERING', 'COORDINATION', 'REGIONAL_COLLEGE')),
    CONSTRAINT working_group_logo FOREIGN KEY (logo_file_id) REFERENCES file (id),
    UNIQUE KEY working_group_public_id (public_id),
    UNIQUE KEY working_group_name_once (search_name),
    KEY working_group_sort (name, id)
);
