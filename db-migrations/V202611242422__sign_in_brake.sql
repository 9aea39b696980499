-- Failures that slow down further attempts; what each row counts is told by SignInBrake.
CREATE TABLE sign_in_brake (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bucket CHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'SHA-256 of what is counted, hexadecimal',
    failures INT NOT NULL,
    open_at DATETIME(3) NOT NULL COMMENT 'UTC; attempts before are refused',
    forget_at DATETIME(3) NOT NULL COMMENT 'UTC; from then on the row counts as missing',
    UNIQUE KEY sign_in_brake_bucket (bucket),
    KEY sign_in_brake_forget (forget_at)
);
