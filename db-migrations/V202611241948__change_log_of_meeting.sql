-- Whoever has a meeting open asks for what changed in it lately.
ALTER TABLE change_log
    ADD COLUMN meeting_id BIGINT NULL COMMENT 'the meeting the row belongs to, without a foreign key',
    ADD KEY change_log_meeting (meeting_id, changed_at);
