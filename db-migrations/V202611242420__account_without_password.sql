-- An account waits for its password until the person has set it by the link in the invitation.
ALTER TABLE account
    MODIFY password_hash VARCHAR(200) COLLATE utf8mb4_bin NULL COMMENT 'null = not set yet, nobody can sign in';
