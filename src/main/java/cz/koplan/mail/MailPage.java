package cz.koplan.mail;

import java.util.List;

/**
 * A mail as it is stored.
 *
 * @param text with {@link Outbox#LINK} where the personal link goes; the link itself is not stored
 * @param files the names of what goes along
 */
public record MailPage(MailRow mail, String text, List<String> files) {

    /** Returns whether it can be sent once more. */
    public boolean resendable() {
        return mail.state() == MailState.SENT || mail.state() == MailState.FAILED;
    }
}
