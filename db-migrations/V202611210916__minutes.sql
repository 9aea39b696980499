CREATE TABLE minutes (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    meeting_id BIGINT NOT NULL,
    state VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    author_name VARCHAR(200) NULL COMMENT 'as written',
    author_person_id BIGINT NULL,
    verifier_name VARCHAR(200) NULL COMMENT 'as written',
    verifier_person_id BIGINT NULL,
    CONSTRAINT minutes_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT minutes_author FOREIGN KEY (author_person_id) REFERENCES person (id),
    CONSTRAINT minutes_verifier FOREIGN KEY (verifier_person_id) REFERENCES person (id),
    CONSTRAINT minutes_state CHECK (state IN ('DRAFT', 'IN_REVIEW', 'APPROVED')),
    UNIQUE KEY minutes_public_id (public_id),
    UNIQUE KEY minutes_meeting_once (meeting_id)
);
