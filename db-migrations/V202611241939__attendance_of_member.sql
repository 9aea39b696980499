-- EXPECTED: a member whose attendance nobody has noted yet. The row is a copy, so later changes of membership do not reach it.
ALTER TABLE attendance
    DROP CONSTRAINT attendance_kind,
    ADD COLUMN member_id BIGINT NULL COMMENT 'the membership that brought the line here',
    ADD COLUMN through VARCHAR(10) COLLATE utf8mb4_bin NULL COMMENT 'in which capacity the named person speaks for the organisation',
    ADD COLUMN joined_item_id BIGINT NULL,
    ADD COLUMN left_item_id BIGINT NULL,
    ADD CONSTRAINT attendance_kind CHECK (kind IN ('EXPECTED', 'PRESENT', 'EXCUSED', 'ABSENT', 'GUEST')),
    ADD CONSTRAINT attendance_through CHECK (through IN ('DELEGATE', 'DEPUTY')),
    ADD CONSTRAINT attendance_member FOREIGN KEY (member_id) REFERENCES group_member (id),
    ADD CONSTRAINT attendance_joined FOREIGN KEY (joined_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL,
    ADD CONSTRAINT attendance_left FOREIGN KEY (left_item_id) REFERENCES agenda_item (id) ON DELETE SET NULL,
    ADD UNIQUE KEY attendance_member_once (meeting_id, member_id);
