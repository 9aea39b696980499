-- How an item is planned, what becomes of it next time, and how it goes at the meeting.
ALTER TABLE agenda_item
    ADD COLUMN duration_minutes INT NULL,
    ADD COLUMN presenter VARCHAR(200) NULL,
    ADD COLUMN standing BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'comes back at every meeting',
    ADD COLUMN coordinator_only BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'seen by coordinators only, never in the minutes',
    ADD COLUMN skipped BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'hidden this time, back next time',
    ADD COLUMN discussed BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN seconds_used INT NOT NULL DEFAULT 0,
    ADD COLUMN running_since DATETIME(3) NULL COMMENT 'UTC; the clock of the item is running',
    ADD COLUMN carried_from BIGINT NULL COMMENT 'the item of an earlier meeting that this one continues; no foreign key, that one may be moved away',
    ADD CONSTRAINT agenda_item_duration CHECK (duration_minutes BETWEEN 1 AND 600);
