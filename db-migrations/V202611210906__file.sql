CREATE TABLE file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    public_id UUID NOT NULL,
    sha256 CHAR(64) COLLATE utf8mb4_bin NOT NULL,
    name VARCHAR(255) NOT NULL,
    media_type VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
    size BIGINT NOT NULL COMMENT 'bytes, at most 25 MB',
    UNIQUE KEY file_public_id (public_id),
    KEY file_sha256 (sha256)
);
