package cz.koplan.mail;

import cz.koplan.groups.GroupId;
import cz.koplan.links.LinkId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.files.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, to be stored in the outbox.
 *
 * @param text the plain text; wherever {@link Outbox#LINK} stands in it and in {@code html}, the address of the personal
 *     link is put when the mail is sent
 * @param replyTo where answers go; null = to the sender of the installation
 * @param calendar an iCalendar object that goes along
 * @param burst a mail with the same key that still waits is replaced by this one; null = none is
 */
public record NewMail(
        MailKind kind,
        @Nullable GroupId group,
        @Nullable MeetingId meeting,
        PersonId person,
        String recipientName,
        String recipientAddress,
        @Nullable String replyTo,
        String language,
        String subject,
        String text,
        String html,
        @Nullable Calendar calendar,
        @Nullable LinkId link,
        @Nullable String burst,
        List<FileId> files) {

    /** @param method the iTIP method: REQUEST or CANCEL */
    public record Calendar(String method, String content) {}
}
