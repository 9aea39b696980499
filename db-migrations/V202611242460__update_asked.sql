-- Members are asked by mail whether an update still holds, once in a while.
ALTER TABLE provider_update
    ADD COLUMN asked_at DATETIME(3) NULL COMMENT 'UTC; the last time the member was asked by mail whether it still holds';
