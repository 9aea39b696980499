-- The last number given in a group and year; locked for update, so no number is given twice and none comes back.
CREATE TABLE yearly_number (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    group_id BIGINT NOT NULL,
    kind VARCHAR(15) COLLATE utf8mb4_bin NOT NULL,
    year INT NOT NULL,
    last INT NOT NULL,
    CONSTRAINT yearly_number_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT yearly_number_kind CHECK (kind IN ('RESOLUTION', 'MINUTES')),
    UNIQUE KEY yearly_number_once (group_id, kind, year)
);
