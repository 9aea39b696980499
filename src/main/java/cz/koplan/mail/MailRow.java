package cz.koplan.mail;

import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a list.
 *
 * @param answer what the server said last, or a key of the bundles with an argument after a space
 * @param nextAttemptAt means something while the mail waits
 */
public record MailRow(
        MailId id,
        MailKind kind,
        MailState state,
        String recipientName,
        String recipientAddress,
        String subject,
        PersonId person,
        @Nullable String groupName,
        @Nullable MeetingId meeting,
        Instant createdAt,
        String createdBy,
        @Nullable Instant sentAt,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String answer) {}
