-- What happened to a task over the meetings: given, discussed, moved to another day, done, cancelled, opened again.
CREATE TABLE task_step (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    action_item_id BIGINT NOT NULL,
    meeting_id BIGINT NULL COMMENT 'the meeting at which it happened; null = between meetings',
    state VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    due_on DATE NULL,
    note VARCHAR(2000) NULL,
    taken_by_name VARCHAR(200) NOT NULL,
    taken_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT task_step_task FOREIGN KEY (action_item_id) REFERENCES action_item (id),
    CONSTRAINT task_step_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT task_step_state CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
    KEY task_step_order (action_item_id, id)
);
