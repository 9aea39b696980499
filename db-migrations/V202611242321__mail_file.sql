CREATE TABLE mail_file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mail_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    CONSTRAINT mail_file_mail FOREIGN KEY (mail_id) REFERENCES mail (id),
    CONSTRAINT mail_file_file FOREIGN KEY (file_id) REFERENCES file (id)
);
