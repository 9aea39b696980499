CREATE TABLE group_coordinator (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT group_coordinator_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT group_coordinator_person FOREIGN KEY (person_id) REFERENCES person (id),
    UNIQUE KEY group_coordinator_once (group_id, person_id)
);
