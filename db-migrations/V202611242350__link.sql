-- What led to what, between any two things: an update became a task, an entry supports a measure.
CREATE TABLE link (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    from_kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    from_id BIGINT NOT NULL,
    to_kind VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    to_id BIGINT NOT NULL,
    linked_by_name VARCHAR(200) NOT NULL,
    linked_at DATETIME(3) NOT NULL COMMENT 'UTC',
    UNIQUE KEY link_once (from_kind, from_id, to_kind, to_id),
    KEY link_back (to_kind, to_id)
);
