ALTER TABLE working_group
    ADD COLUMN quorum_percent INT NULL COMMENT 'per cent of the members that must be present for a decision; null = none asked',
    ADD CONSTRAINT working_group_quorum CHECK (quorum_percent BETWEEN 1 AND 100);
