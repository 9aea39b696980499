-- An organisation reports to its group also between meetings; the next round table takes the report in.
ALTER TABLE provider_update
    MODIFY COLUMN meeting_id BIGINT NULL,
    MODIFY COLUMN agenda_item_id BIGINT NULL,
    ADD COLUMN group_id BIGINT NULL,
    ADD COLUMN person_id BIGINT NULL COMMENT 'the member who reports, where a member is a person',
    ADD COLUMN draft_text MEDIUMTEXT NULL COMMENT 'what the member is writing; null = nothing after what was handed in',
    ADD COLUMN draft_by_name VARCHAR(200) NULL,
    ADD COLUMN draft_at DATETIME(3) NULL COMMENT 'UTC',
    ADD COLUMN submitted_by_name VARCHAR(200) NULL,
    ADD COLUMN submitted_at DATETIME(3) NULL COMMENT 'UTC; null = nothing was handed in',
    ADD COLUMN free_places INT NULL,
    ADD COLUMN confirmed_at DATETIME(3) NULL COMMENT 'UTC; the last time the member said that it still holds',
    ADD COLUMN ended_at DATETIME(3) NULL COMMENT 'UTC; the member said that it no longer holds',
    ADD CONSTRAINT provider_update_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    ADD CONSTRAINT provider_update_person FOREIGN KEY (person_id) REFERENCES person (id),
    ADD CONSTRAINT provider_update_free_places CHECK (free_places BETWEEN 0 AND 100000),
    ADD CONSTRAINT provider_update_placed CHECK ((meeting_id IS NULL) = (agenda_item_id IS NULL));
