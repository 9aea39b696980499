-- Immutable snapshots of whole minutes; every PDF is rendered from one.
CREATE TABLE minutes_revision (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    number INT NOT NULL COMMENT 'from 1 within the meeting',
    reason VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    content LONGTEXT COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON',
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT minutes_revision_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT minutes_revision_reason CHECK (reason IN ('IMPORTED', 'RENDERED')),
    CONSTRAINT minutes_revision_json CHECK (JSON_VALID(content)),
    UNIQUE KEY minutes_revision_number (meeting_id, number)
);
