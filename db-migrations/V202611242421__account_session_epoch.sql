ALTER TABLE account
    ADD session_epoch INT NOT NULL DEFAULT 0 COMMENT 'a session begun in an earlier one is signed out';
