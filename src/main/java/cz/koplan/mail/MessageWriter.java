package cz.koplan.mail;

import cz.koplan.mail.NotSentException.Reason;
import cz.koplan.shared.Input;
import cz.koplan.shared.files.FileStore;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the message that goes over the wire. What people typed never reaches a header with a line break in it, whoever
 * stored it.
 */
@Component
class MessageWriter {

    static final String CALENDAR_FILE = "invite.ics";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String BAD_ADDRESS = "mail.answer.address";
    private static final String BINARY = "application/octet-stream";
    private static final int LONGEST_LINE = 998; // bytes; RFC 5322, 2.1.1

    private final Letterhead letterhead;
    private final FileStore files;

    MessageWriter(Letterhead letterhead, FileStore files) {
        this.letterhead = letterhead;
        this.files = files;
    }

    /**
     * @param link what takes the place of {@link Outbox#LINK}
     * @param eightBits whether bodies may stay readable as they are
     * @throws NotSentException when the recipient's address can't be one
     */
    MimeMessage write(DueMail mail, Session session, String link, boolean eightBits, Instant now)
            throws MessagingException, NotSentException {
        NewMail content = mail.content();
        MimeMessage message = new Numbered(session, mail.messageId());
        message.setFrom(letterhead.sender());
        message.setRecipient(RecipientType.TO, address(content.recipientAddress(), content.recipientName()));
        if (content.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(content.replyTo(), null)});
        }
        message.setSubject(line(content.subject()), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", line(content.language()));
        MimeMultipart bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(text(filled(content.text(), link), "plain", eightBits));
        bodies.addBodyPart(text(filled(content.html(), link), "html", eightBits));
        NewMail.Calendar calendar = content.calendar();
        if (calendar != null) {
            bodies.addBodyPart(calendar(calendar));
        }
        if (calendar == null && mail.attachments().isEmpty()) {
            message.setContent(bodies);
        } else {
            MimeMultipart all = new MimeMultipart("mixed");
            BodyPart first = new MimeBodyPart();
            first.setContent(bodies);
            all.addBodyPart(first);
            if (calendar != null) {
                all.addBodyPart(attachment(
                        CALENDAR_FILE, "application/ics", calendar.content().getBytes(StandardCharsets.UTF_8)));
            }
            for (DueMail.Attached file : mail.attachments()) {
                all.addBodyPart(attachment(file.name(), mediaType(file.mediaType()), files.read(file.file())));
            }
            message.setContent(all);
        }
        message.saveChanges();
        return message;
    }

    private static String filled(String body, String link) {
        return body.replace(Outbox.LINK, link);
    }

    private static InternetAddress address(String address, @Nullable String name) throws NotSentException {
        try {
            String clean = line(address);
            int at = clean.lastIndexOf('@');
            if (at < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(clean.substring(0, at))) {
                throw new NotSentException(Reason.REFUSED, BAD_ADDRESS + " " + clean);
            }
            var parsed = new InternetAddress(clean.substring(0, at + 1) + IDN.toASCII(clean.substring(at + 1)), true);
            if (name != null && !line(name).isEmpty()) {
                parsed.setPersonal(line(name), UTF_8);
            }
            return parsed;
        } catch (AddressException | IllegalArgumentException e) {
            throw new NotSentException(Reason.REFUSED, BAD_ADDRESS + " " + line(address));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(String text) {
        return Objects.requireNonNullElse(Input.line(text), "");
    }

    private static MimeBodyPart text(String text, String subtype, boolean eightBits) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        boolean fits = text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE);
        part.setHeader("Content-Transfer-Encoding", eightBits && fits ? "8bit" : "quoted-printable");
        return part;
    }

    private static MimeBodyPart calendar(NewMail.Calendar calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String type = "text/calendar; charset=UTF-8; method=" + calendar.method();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.content().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart attachment(String name, String type, byte[] content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setFileName(line(name));
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String mediaType(String stored) {
        try {
            ContentType type = new ContentType(line(stored));
            return "*".equals(type.getSubType()) ? BINARY : type.getBaseType();
        } catch (ParseException e) {
            return BINARY;
        }
    }

    /** The Message-ID comes from the row, so that a mail sent twice is known as the same one. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        private Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
