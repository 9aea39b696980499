-- A browser window in which somebody has a meeting open: where they are, and the last text of theirs that was stored,
-- so that a text sent twice is stored once.
CREATE TABLE desk_window (
    id UUID NOT NULL PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    person_name VARCHAR(200) NOT NULL,
    place VARCHAR(40) COLLATE utf8mb4_bin NULL COMMENT 'the text being edited, for example entry-12',
    last_sequence BIGINT NOT NULL DEFAULT 0,
    seen_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT desk_window_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT desk_window_account FOREIGN KEY (account_id) REFERENCES account (id),
    KEY desk_window_of_meeting (meeting_id, seen_at)
);
