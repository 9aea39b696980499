CREATE TABLE agenda_item_file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    meeting_id BIGINT NOT NULL,
    agenda_item_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    CONSTRAINT agenda_item_file_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT agenda_item_file_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_item (id),
    CONSTRAINT agenda_item_file_file FOREIGN KEY (file_id) REFERENCES file (id),
    KEY agenda_item_file_meeting_order (meeting_id, id)
);
