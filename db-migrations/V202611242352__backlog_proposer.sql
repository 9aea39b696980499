-- A proposed topic may be hidden, with a reason that its author sees.
ALTER TABLE backlog_item
    ADD COLUMN proposer_person_id BIGINT NULL,
    ADD COLUMN hidden_reason VARCHAR(1000) NULL,
    ADD COLUMN hidden_by_name VARCHAR(200) NULL,
    ADD COLUMN hidden_at DATETIME(3) NULL COMMENT 'UTC',
    ADD CONSTRAINT backlog_item_proposer FOREIGN KEY (proposer_person_id) REFERENCES person (id),
    ADD CONSTRAINT backlog_item_hidden CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL) AND (hidden_at IS NULL) = (hidden_by_name IS NULL)),
    ADD KEY backlog_item_of_proposer (proposer_person_id, group_id, id);
