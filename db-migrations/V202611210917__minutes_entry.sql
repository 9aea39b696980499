-- Everything the minutes say under an agenda item besides the round table, tasks and resolutions.
CREATE TABLE minutes_entry (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    meeting_id BIGINT NOT NULL,
    agenda_item_id BIGINT NOT NULL,
    position INT NOT NULL,
    body MEDIUMTEXT NOT NULL COMMENT 'Markdown',
    CONSTRAINT minutes_entry_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT minutes_entry_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_item (id),
    KEY minutes_entry_order (meeting_id, agenda_item_id, position, id)
);
