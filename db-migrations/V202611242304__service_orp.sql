CREATE TABLE service_orp (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT NOT NULL,
    orp_id BIGINT NOT NULL,
    CONSTRAINT service_orp_service FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT service_orp_orp FOREIGN KEY (orp_id) REFERENCES orp (id),
    UNIQUE KEY service_orp_once (service_id, orp_id)
);
