-- What a person may reach without a password: one link per purpose and subject.
CREATE TABLE personal_link (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    purpose VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    subject_id BIGINT NOT NULL COMMENT 'the meeting, account or person that the purpose is about',
    person_id BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    expires_at DATETIME(3) NOT NULL COMMENT 'UTC; the purpose may end it sooner',
    revoked_at DATETIME(3) NULL COMMENT 'UTC; ends all tokens',
    CONSTRAINT personal_link_purpose CHECK (purpose IN ('MEETING', 'PASSWORD', 'CALENDAR')),
    CONSTRAINT personal_link_person FOREIGN KEY (person_id) REFERENCES person (id),
    UNIQUE KEY personal_link_once (purpose, subject_id, person_id)
);
