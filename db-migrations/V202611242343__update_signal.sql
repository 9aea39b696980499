CREATE TABLE update_signal (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    update_id BIGINT NOT NULL,
    `signal` VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT update_signal_update FOREIGN KEY (update_id) REFERENCES provider_update (id) ON DELETE CASCADE,
    CONSTRAINT update_signal_signal CHECK (`signal` IN ('CAPACITY_FULL', 'FREE_PLACES', 'FUNDING_RISK', 'STAFFING', 'NEW_SITE', 'CLOSED_SITE', 'COOPERATION', 'NEED_NOT_MET')),
    UNIQUE KEY update_signal_once (update_id, `signal`)
);
