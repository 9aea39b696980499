-- A legacy file on its way into a meeting. Open imports survive a lost connection and wait with their questions.
CREATE TABLE minutes_import (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    file_id BIGINT NOT NULL,
    sha256 CHAR(64) COLLATE utf8mb4_bin NOT NULL,
    state VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    answers LONGTEXT COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON: what people said to the questions so far',
    group_id BIGINT NULL,
    meeting_id BIGINT NULL COMMENT 'the meeting it became',
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT minutes_import_file FOREIGN KEY (file_id) REFERENCES file (id),
    CONSTRAINT minutes_import_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT minutes_import_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT minutes_import_account FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT minutes_import_state CHECK (state IN ('OPEN', 'SAVED', 'DISCARDED')),
    CONSTRAINT minutes_import_answers CHECK (JSON_VALID(answers)),
    KEY minutes_import_sha256 (sha256)
);
