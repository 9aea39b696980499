-- The last update of a member is sought whenever somebody asks whether it still holds.
ALTER TABLE provider_update
    ADD KEY provider_update_of_member (group_id, organisation_id, submitted_at),
    ADD KEY provider_update_of_person (group_id, person_id, submitted_at);
