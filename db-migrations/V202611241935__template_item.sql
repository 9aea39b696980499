CREATE TABLE template_item (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    position INT NOT NULL,
    title VARCHAR(300) NOT NULL,
    kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    duration_minutes INT NULL,
    CONSTRAINT template_item_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT template_item_kind CHECK (kind IN ('APPROVAL', 'TASK_CHECK', 'ROUND_TABLE', 'TOPIC', 'IMPACT_CASE', 'STRATEGY')),
    CONSTRAINT template_item_duration CHECK (duration_minutes BETWEEN 1 AND 600),
    KEY template_item_order (group_id, position, id)
);
