ALTER TABLE provider_update
    ADD COLUMN outcome VARCHAR(10) COLLATE utf8mb4_bin NULL COMMENT 'what was noted instead of a text',
    ADD COLUMN internal BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the whole line is for the group only',
    ADD CONSTRAINT provider_update_outcome CHECK (outcome IN ('NO_NEWS', 'ABSENT'));
