ALTER TABLE minutes_entry
    ADD COLUMN kind VARCHAR(15) COLLATE utf8mb4_bin NOT NULL DEFAULT 'INFORMATION',
    ADD COLUMN internal BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the whole entry is for the group only',
    ADD COLUMN votes_for INT NULL,
    ADD COLUMN votes_against INT NULL,
    ADD COLUMN votes_abstained INT NULL,
    ADD COLUMN conflict_of_interest VARCHAR(1000) NULL COMMENT 'providers concerned, by name',
    ADD CONSTRAINT minutes_entry_kind CHECK (kind IN ('INFORMATION', 'DECISION'));
