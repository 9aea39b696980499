ALTER TABLE action_item
    ADD COLUMN agenda_item_id BIGINT NULL COMMENT 'under which item it was given; unknown for old minutes',
    ADD COLUMN internal BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'for the group only',
    ADD COLUMN cancel_reason VARCHAR(1000) NULL,
    ADD CONSTRAINT action_item_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_item (id),
    ADD KEY action_item_due (group_id, state, due_on, id),
    ADD KEY action_item_person_open (owner_person_id, state, due_on),
    ADD KEY action_item_organisation_open (owner_organisation_id, state, due_on);
