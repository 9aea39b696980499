ALTER TABLE provider_update
    MODIFY COLUMN group_id BIGINT NOT NULL,
    ADD UNIQUE KEY provider_update_person_once (meeting_id, person_id),
    ADD KEY provider_update_of_organisation (organisation_id, id),
    ADD KEY provider_update_of_group (group_id, id);
