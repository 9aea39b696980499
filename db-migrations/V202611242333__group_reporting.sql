-- How a group collects reports; without a row the defaults hold.
CREATE TABLE group_reporting (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    reminder_days INT NULL COMMENT 'days before the meeting; null = no automatic reminder',
    valid_days INT NOT NULL DEFAULT 90 COMMENT 'after so many days an update is asked whether it still holds',
    CONSTRAINT group_reporting_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT group_reporting_reminder CHECK (reminder_days BETWEEN 1 AND 60),
    CONSTRAINT group_reporting_valid CHECK (valid_days BETWEEN 7 AND 730),
    UNIQUE KEY group_reporting_once (group_id)
);
