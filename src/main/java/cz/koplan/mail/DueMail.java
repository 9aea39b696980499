package cz.koplan.mail;

import cz.koplan.shared.files.FileId;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A mail that this node has claimed.
 *
 * @param createdAt UTC
 * @param attempts how often it was tried before
 * @param linkWithdrawn whether its personal link has ended
 */
record DueMail(
        MailId id,
        NewMail content,
        String messageId,
        LocalDateTime createdAt,
        int attempts,
        boolean linkWithdrawn,
        List<Attached> attachments) {

    record Attached(FileId file, String name, String mediaType) {}
}
