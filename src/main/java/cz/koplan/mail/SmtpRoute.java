package cz.koplan.mail;

import cz.koplan.mail.NotSentException.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Mails leave through the server of {@code spring.mail.*}, many by one connection. */
final class SmtpRoute implements MailRoute {

    private static final String PLAIN = "smtp";
    private static final int GOING_AWAY = 421;
    private static final int MOST_BY_ONE_CONNECTION = 100; // many servers end longer ones

    /** Milliseconds; without them a silent server would hold the sender for ever. The filter of a server may take long. */
    private static final Map<String, String> CAUTION = Map.of(
            "connectiontimeout", "10000",
            "timeout", "60000",
            "writetimeout", "60000",
            "starttls.enable", "true");

    private final JavaMailSenderImpl server;

    /** Settings that are not there are filled in: time limits, and encryption where the server offers it. */
    SmtpRoute(JavaMailSenderImpl server) {
        this.server = server;
        CAUTION.forEach((setting, value) ->
                server.getJavaMailProperties().putIfAbsent("mail." + protocol() + "." + setting, value));
    }

    private String protocol() {
        return Objects.requireNonNullElse(server.getProtocol(), PLAIN);
    }

    @Override
    public Session session() {
        return server.getSession();
    }

    @Override
    public boolean takesEightBits() {
        return false;
    }

    @Override
    public Journey open() {
        return new Conversation();
    }

    private final class Conversation implements Journey {

        private @Nullable Transport connected;
        private int sent;

        @Override
        public void reach() throws NotSentException {
            if (connected == null || sent == MOST_BY_ONE_CONNECTION || !connected.isConnected()) {
                close();
                connect();
            }
        }

        private void connect() throws NotSentException {
            try {
                Transport transport = session().getTransport(protocol());
                connected = transport;
                transport.connect(
                        server.getHost(),
                        server.getPort(),
                        StringUtils.hasText(server.getUsername()) ? server.getUsername() : null,
                        server.getPassword());
                sent = 0;
            } catch (MessagingException e) {
                close();
                throw new NotSentException(Reason.NO_SERVER, answer(e));
            }
        }

        @Override
        public String send(DueMail mail, MimeMessage message) throws NotSentException {
            Transport transport = Objects.requireNonNull(connected, "reach() comes first");
            try {
                transport.sendMessage(message, message.getAllRecipients());
                sent++;
                return transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : "";
            } catch (MessagingException e) {
                // After a failure the next mail begins on a connection whose state is known.
                close();
                throw failure(e);
            }
        }

        @Override
        public void close() {
            Transport transport = connected;
            connected = null;
            if (transport != null) {
                try {
                    transport.close();
                } catch (MessagingException e) {
                    // The mails before are safe: each was answered for by itself.
                }
            }
        }
    }

    /**
     * Says what the failure means. The server's word on the recipient or the content decides about this mail; about the
     * sender or the connection it concerns every mail.
     */
    static NotSentException failure(MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answered(address.getReturnCode(), answer(address));
            }
            if (cause instanceof SMTPSendFailedException command
                    && command.getNextException() == null
                    && !command.getCommand().startsWith("MAIL")) {
                return answered(command.getReturnCode(), answer(command));
            }
        }
        return new NotSentException(Reason.NO_SERVER, answer(failure));
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static NotSentException answered(int code, String answer) {
        if (code == GOING_AWAY || code < 400) {
            return new NotSentException(Reason.NO_SERVER, answer);
        }
        return new NotSentException(code >= 500 ? Reason.REFUSED : Reason.LATER, answer);
    }

    private static String answer(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
    }
}
