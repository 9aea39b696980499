-- What an invited person answered for a member: a person may speak for two organisations.
CREATE TABLE invitation_answer (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    meeting_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    answer VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    reason VARCHAR(1000) NULL,
    deputy_name VARCHAR(200) NULL,
    answered_by_name VARCHAR(200) NOT NULL,
    answered_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT invitation_answer_answer CHECK (answer IN ('COMES', 'EXCUSED', 'DEPUTY')),
    CONSTRAINT invitation_answer_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT invitation_answer_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT invitation_answer_member FOREIGN KEY (member_id) REFERENCES group_member (id),
    UNIQUE KEY invitation_answer_once (meeting_id, member_id, person_id)
);
