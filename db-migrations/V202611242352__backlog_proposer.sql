-- A proposed topic may be hidden, with a reason that its author sees.
ALTER TABLE backlog_item
    ADD COLUMN proposer_person_id BIGINT NULL,
    ADD COLUMN hidden_reason VARCHAR(1000) NULL,
    ADD COLUMN hidden_by_name VARCHAR(200) NULL,
    ADD COLUMN hidden_at DATETIME(3) NULL COMMENT 'UTC',
    ADD CONSTRAINT backlog_item_proposer FOREIGN KEY (proposer_person_id) REFERENCES person (id);
