ALTER TABLE meeting
    ADD COLUMN series_id BIGINT NULL,
    ADD COLUMN series_day DATE NULL COMMENT 'the day the series gave it, also after it was moved',
    ADD COLUMN current_item_id BIGINT NULL COMMENT 'the agenda item being discussed, for everybody who looks on',
    ADD COLUMN sheet_file_id BIGINT NULL COMMENT 'scan of the signed attendance sheet',
    ADD CONSTRAINT meeting_series_of FOREIGN KEY (series_id) REFERENCES meeting_series (id),
    ADD CONSTRAINT meeting_current_item FOREIGN KEY (current_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL,
    ADD CONSTRAINT meeting_sheet FOREIGN KEY (sheet_file_id) REFERENCES file (id);
