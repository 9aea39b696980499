CREATE TABLE update_orp (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    update_id BIGINT NOT NULL,
    orp_id BIGINT NOT NULL,
    CONSTRAINT update_orp_update FOREIGN KEY (update_id) REFERENCES provider_update (id) ON DELETE CASCADE,
    CONSTRAINT update_orp_orp FOREIGN KEY (orp_id) REFERENCES orp (id),
    UNIQUE KEY update_orp_once (update_id, orp_id)
);
