ALTER TABLE resolution
    ADD COLUMN agenda_item_id BIGINT NULL COMMENT 'under which item it was taken; unknown for old minutes',
    ADD COLUMN internal BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'for the group only',
    ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'keeps its number',
    ADD COLUMN votes_for INT NULL,
    ADD COLUMN votes_against INT NULL,
    ADD COLUMN votes_abstained INT NULL,
    ADD COLUMN conflict_of_interest VARCHAR(1000) NULL COMMENT 'providers concerned, by name',
    ADD CONSTRAINT resolution_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_item (id);
