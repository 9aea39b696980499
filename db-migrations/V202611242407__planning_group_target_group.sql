-- Which people a planning group is for; a target group may fall into several. Planners fill it.
CREATE TABLE planning_group_target_group (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    planning_group_id BIGINT NOT NULL,
    target_group_id BIGINT NOT NULL,
    CONSTRAINT planning_group_target_group_group FOREIGN KEY (planning_group_id) REFERENCES planning_group (id),
    CONSTRAINT planning_group_target_group_target FOREIGN KEY (target_group_id) REFERENCES target_group (id),
    UNIQUE KEY planning_group_target_group_once (planning_group_id, target_group_id)
);
