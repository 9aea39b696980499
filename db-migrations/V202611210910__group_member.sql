-- A member is an organisation or a person (users of services), for a span of days; both ends belong to it.
CREATE TABLE group_member (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    organisation_id BIGINT NULL,
    person_id BIGINT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    CONSTRAINT group_member_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    CONSTRAINT group_member_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT group_member_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT group_member_either CHECK ((organisation_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT group_member_span CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
