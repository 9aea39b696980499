-- What a new meeting of a group starts from.
CREATE TABLE meeting_template (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    title VARCHAR(300) NULL,
    starts_at TIME NULL,
    ends_at TIME NULL,
    mode VARCHAR(10) COLLATE utf8mb4_bin NULL,
    place VARCHAR(300) NULL,
    CONSTRAINT meeting_template_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT meeting_template_mode CHECK (mode IN ('IN_PERSON', 'ONLINE', 'HYBRID')),
    UNIQUE KEY meeting_template_once (group_id)
);
