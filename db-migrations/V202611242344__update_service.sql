CREATE TABLE update_service (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    update_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    CONSTRAINT update_service_update FOREIGN KEY (update_id) REFERENCES provider_update (id) ON DELETE CASCADE,
    CONSTRAINT update_service_service FOREIGN KEY (service_id) REFERENCES service (id),
    UNIQUE KEY update_service_once (update_id, service_id)
);
