ALTER TABLE change_log
    ADD KEY change_log_time (changed_at, id);
