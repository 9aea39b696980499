ALTER TABLE minutes_revision
    DROP CONSTRAINT minutes_revision_reason,
    ADD COLUMN created_by_name VARCHAR(200) NULL,
    ADD CONSTRAINT minutes_revision_reason CHECK (reason IN ('IMPORTED', 'RENDERED', 'FINISHED', 'RESTORED'));
