-- Who speaks for a member organisation in the group.
CREATE TABLE delegate (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    member_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    CONSTRAINT delegate_member FOREIGN KEY (member_id) REFERENCES group_member (id),
    CONSTRAINT delegate_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT delegate_kind CHECK (kind IN ('DELEGATE', 'DEPUTY')),
    CONSTRAINT delegate_span CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
