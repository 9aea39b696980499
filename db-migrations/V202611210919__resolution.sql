CREATE TABLE resolution (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    meeting_id BIGINT NOT NULL,
    position INT NOT NULL,
    number VARCHAR(30) COLLATE utf8mb4_bin NULL COMMENT 'as recorded, for example 3/2021',
    body TEXT NOT NULL COMMENT 'Markdown',
    CONSTRAINT resolution_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    UNIQUE KEY resolution_public_id (public_id),
    KEY resolution_order (meeting_id, position, id)
);
