ALTER TABLE minutes_revision
    DROP CONSTRAINT minutes_revision_reason,
    ADD CONSTRAINT minutes_revision_reason CHECK (reason IN ('IMPORTED', 'RENDERED', 'FINISHED', 'REPLACED', 'RESTORED'));
