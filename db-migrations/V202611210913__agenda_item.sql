CREATE TABLE agenda_item (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    meeting_id BIGINT NOT NULL,
    position INT NOT NULL COMMENT 'order on the agenda, from 1',
    number INT NULL COMMENT 'as announced; null for a section outside the agenda',
    title VARCHAR(300) NOT NULL,
    kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT agenda_item_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT agenda_item_kind CHECK (kind IN ('ROUND_TABLE', 'TOPIC')),
    KEY agenda_item_order (meeting_id, position, id)
);
