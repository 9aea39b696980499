CREATE TABLE change_log (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    changed_at DATETIME(3) NOT NULL COMMENT 'UTC',
    changed_by BIGINT NULL COMMENT 'account, without a foreign key so that the past outlives everything; null = the system',
    changed_by_name VARCHAR(200) NOT NULL,
    table_name VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    row_id BIGINT NOT NULL,
    action VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    before_values LONGTEXT COLLATE utf8mb4_bin NULL COMMENT 'JSON object of the columns before; null for a new row',
    after_values LONGTEXT COLLATE utf8mb4_bin NULL COMMENT 'JSON object of the columns after; null for a removed row',
    CONSTRAINT change_log_action CHECK (action IN ('INSERT', 'UPDATE', 'DELETE')),
    KEY change_log_row (table_name, row_id, id)
);
