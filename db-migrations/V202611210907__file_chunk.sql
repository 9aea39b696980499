CREATE TABLE file_chunk (
    file_id BIGINT NOT NULL,
    position INT NOT NULL,
    content MEDIUMBLOB NOT NULL COMMENT 'at most 1 MiB',
    PRIMARY KEY (file_id, position),
    CONSTRAINT file_chunk_file FOREIGN KEY (file_id) REFERENCES file (id)
);
