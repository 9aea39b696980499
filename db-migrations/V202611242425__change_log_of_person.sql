ALTER TABLE change_log
    ADD KEY change_log_person (changed_by_name, id);
