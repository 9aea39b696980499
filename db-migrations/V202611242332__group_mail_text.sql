-- The words of a group for a kind of mail; where a row is missing the words of the application are used.
CREATE TABLE group_mail_text (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    group_id BIGINT NOT NULL,
    kind VARCHAR(30) COLLATE utf8mb4_bin NOT NULL,
    language CHAR(2) COLLATE utf8mb4_bin NOT NULL,
    subject VARCHAR(200) NOT NULL,
    body TEXT NOT NULL COMMENT 'Markdown with placeholders',
    CONSTRAINT group_mail_text_group FOREIGN KEY (group_id) REFERENCES working_group (id),
    UNIQUE KEY group_mail_text_once (group_id, kind, language)
);
