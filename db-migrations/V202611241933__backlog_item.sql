-- Topics a group wants to come to some time; whoever prepares a meeting takes them onto its agenda.
CREATE TABLE backlog_item (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    group_id BIGINT NOT NULL,
    title VARCHAR(300) NOT NULL,
    kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    duration_minutes INT NULL,
    proposed_by VARCHAR(200) NULL,
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    taken_meeting_id BIGINT NULL COMMENT 'the meeting whose agenda took it',
    CONSTRAINT backlog_item_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT backlog_item_taken FOREIGN KEY (taken_meeting_id) REFERENCES meeting (id),
    CONSTRAINT backlog_item_kind CHECK (kind IN ('APPROVAL', 'TASK_CHECK', 'ROUND_TABLE', 'TOPIC', 'IMPACT_CASE', 'STRATEGY')),
    CONSTRAINT backlog_item_duration CHECK (duration_minutes BETWEEN 1 AND 600),
    UNIQUE KEY backlog_item_public_id (public_id),
    KEY backlog_item_open (group_id, taken_meeting_id, id)
);
