-- Short names of kinds; one may stand for several kinds.
CREATE TABLE service_kind_alias (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind_id BIGINT NOT NULL,
    alias VARCHAR(40) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT service_kind_alias_kind FOREIGN KEY (kind_id) REFERENCES service_kind (id),
    UNIQUE KEY service_kind_alias_once (kind_id, alias),
    KEY service_kind_alias_alias (alias)
);
