-- The table of db-scheduler, which runs background work on one node at a time.
CREATE TABLE scheduled_tasks (
    task_name VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    task_instance VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    task_data BLOB NULL,
    execution_time TIMESTAMP(6) NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by VARCHAR(50) NULL,
    last_success TIMESTAMP(6) NULL,
    last_failure TIMESTAMP(6) NULL,
    consecutive_failures INT NULL,
    last_heartbeat TIMESTAMP(6) NULL,
    version BIGINT NOT NULL,
    priority SMALLINT NULL,
    PRIMARY KEY (task_name, task_instance),
    KEY scheduled_tasks_execution_time (execution_time),
    KEY scheduled_tasks_heartbeat (last_heartbeat),
    KEY scheduled_tasks_priority (priority, execution_time)
);
