ALTER TABLE change_log
    ADD KEY change_log_table (table_name, id);
