-- What was handed in between meetings is found by its day.
ALTER TABLE provider_update
    ADD KEY provider_update_between (meeting_id, submitted_at);
