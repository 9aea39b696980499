ALTER TABLE agenda_item
    DROP CONSTRAINT agenda_item_kind,
    ADD CONSTRAINT agenda_item_kind CHECK (kind IN ('APPROVAL', 'TASK_CHECK', 'ROUND_TABLE', 'TOPIC', 'IMPACT_CASE', 'STRATEGY'));
