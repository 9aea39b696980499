-- Every step of a meeting and of its minutes, with the reason where one was given.
CREATE TABLE life_cycle_step (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    subject VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    from_state VARCHAR(15) COLLATE utf8mb4_bin NOT NULL,
    to_state VARCHAR(15) COLLATE utf8mb4_bin NOT NULL,
    reason VARCHAR(2000) NULL,
    taken_by_name VARCHAR(200) NOT NULL,
    taken_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT life_cycle_step_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT life_cycle_step_subject CHECK (subject IN ('MEETING', 'MINUTES')),
    KEY life_cycle_step_order (meeting_id, id)
);
