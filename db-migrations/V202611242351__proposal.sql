-- What came out of an update and waits for its part of the application: a change of capacity, a case of impact.
CREATE TABLE proposal (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    group_id BIGINT NOT NULL,
    title VARCHAR(300) NOT NULL,
    body MEDIUMTEXT NOT NULL COMMENT 'Markdown',
    created_by_name VARCHAR(200) NOT NULL,
    created_at DATETIME(3) NOT NULL COMMENT 'UTC',
    CONSTRAINT proposal_kind CHECK (kind IN ('CAPACITY_CHANGE', 'IMPACT_CASE')),
    CONSTRAINT proposal_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    UNIQUE KEY proposal_public_id (public_id)
);
