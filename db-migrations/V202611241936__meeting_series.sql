CREATE TABLE meeting_series (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    rule VARCHAR(500) COLLATE utf8mb4_bin NOT NULL COMMENT 'the recurrence as JSON, as it was when the series was made',
    CONSTRAINT meeting_series_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT meeting_series_rule CHECK (JSON_VALID(rule))
);
