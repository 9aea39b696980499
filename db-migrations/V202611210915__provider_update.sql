-- One line of the round table. submitted_text belongs to the member; recorded_text to the minutes (null = the same).
CREATE TABLE provider_update (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    meeting_id BIGINT NOT NULL,
    agenda_item_id BIGINT NOT NULL,
    position INT NOT NULL,
    organisation_id BIGINT NULL,
    source_label VARCHAR(200) NULL COMMENT 'the organisation as the source names it',
    submitted_text MEDIUMTEXT NULL,
    recorded_text MEDIUMTEXT NULL,
    CONSTRAINT provider_update_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT provider_update_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_item (id),
    CONSTRAINT provider_update_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT provider_update_named CHECK (organisation_id IS NOT NULL OR source_label IS NOT NULL),
    UNIQUE KEY provider_update_public_id (public_id),
    UNIQUE KEY provider_update_once (meeting_id, organisation_id),
    KEY provider_update_order (meeting_id, position, id)
);
