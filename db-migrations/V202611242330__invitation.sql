-- A person invited to a meeting; sequence is the one of the calendar entry they hold.
CREATE TABLE invitation (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    meeting_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    link_id BIGINT NOT NULL,
    sequence INT NOT NULL DEFAULT 0,
    invited_at DATETIME(3) NOT NULL COMMENT 'UTC',
    reminded_at DATETIME(3) NULL COMMENT 'UTC, the last time',
    withdrawn_at DATETIME(3) NULL COMMENT 'UTC',
    CONSTRAINT invitation_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT invitation_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT invitation_link FOREIGN KEY (link_id) REFERENCES personal_link (id),
    UNIQUE KEY invitation_once (meeting_id, person_id)
);
