-- Short names under which minutes know an organisation. One short name may belong to several organisations;
-- the reader of minutes then asks which one is meant.
CREATE TABLE organisation_alias (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    organisation_id BIGINT NOT NULL,
    alias VARCHAR(200) NOT NULL,
    search_alias VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci GENERATED ALWAYS AS (alias) STORED,
    CONSTRAINT organisation_alias_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    UNIQUE KEY organisation_alias_once (organisation_id, search_alias),
    KEY organisation_alias_search (search_alias)
);
