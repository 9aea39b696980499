CREATE TABLE service (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    organisation_id BIGINT NOT NULL,
    kind_id BIGINT NULL COMMENT 'null for a related service outside of the act',
    name VARCHAR(200) NOT NULL,
    register_id VARCHAR(20) COLLATE utf8mb4_bin NULL COMMENT 'identifier in the national register',
    active BOOLEAN NOT NULL DEFAULT TRUE,
    orps_changed_at DATETIME(3) NULL COMMENT 'UTC; so that a change of its districts raises the version',
    search_name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci GENERATED ALWAYS AS (name) STORED,
    CONSTRAINT service_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT service_kind_of FOREIGN KEY (kind_id) REFERENCES service_kind (id),
    UNIQUE KEY service_public_id (public_id),
    UNIQUE KEY service_register_once (register_id),
    UNIQUE KEY service_name_once (organisation_id, search_name),
    KEY service_sort (name, id)
);
