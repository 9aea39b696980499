-- A code list: the groups by which a region plans its services.
CREATE TABLE planning_group (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    region_id BIGINT NOT NULL,
    position INT NOT NULL COMMENT 'its number in the plan',
    name VARCHAR(200) NOT NULL,
    valid_from DATE NULL,
    valid_to DATE NULL,
    to_verify BOOLEAN NOT NULL DEFAULT FALSE,
    targets_changed_at DATETIME(3) NULL COMMENT 'UTC; so that a change of its target groups raises the version',
    CONSTRAINT planning_group_region FOREIGN KEY (region_id) REFERENCES region (id),
    UNIQUE KEY planning_group_position (region_id, position)
);
