CREATE TABLE update_file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    update_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    added_by_name VARCHAR(200) NOT NULL,
    CONSTRAINT update_file_update FOREIGN KEY (update_id) REFERENCES provider_update (id) ON DELETE CASCADE,
    CONSTRAINT update_file_file FOREIGN KEY (file_id) REFERENCES file (id)
);
