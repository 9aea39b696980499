CREATE TABLE attendance (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    meeting_id BIGINT NOT NULL,
    position INT NOT NULL,
    name VARCHAR(200) NOT NULL COMMENT 'as written; empty when only the organisation is known',
    person_id BIGINT NULL,
    organisation_id BIGINT NULL,
    organisation_label VARCHAR(200) NULL COMMENT 'as written, while the organisation is unknown',
    kind VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT attendance_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT attendance_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT attendance_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT attendance_kind CHECK (kind IN ('PRESENT', 'EXCUSED', 'ABSENT', 'GUEST')),
    KEY attendance_order (meeting_id, position, id)
);
