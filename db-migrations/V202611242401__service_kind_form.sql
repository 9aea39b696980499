-- Which forms a kind of service may have.
CREATE TABLE service_kind_form (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    kind_id BIGINT NOT NULL,
    form_id BIGINT NOT NULL,
    optional BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'where need be, beside the usual form',
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not yet checked against the act',
    CONSTRAINT service_kind_form_kind FOREIGN KEY (kind_id) REFERENCES service_kind (id),
    CONSTRAINT service_kind_form_form FOREIGN KEY (form_id) REFERENCES service_form (id),
    UNIQUE KEY service_kind_form_once (kind_id, form_id)
);
