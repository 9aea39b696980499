package cz.koplan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The way on which mails leave. */
sealed interface MailRoute permits SmtpRoute, FolderRoute {

    /** Mails are made for the session. */
    Session session();

    /** Whether bodies may go as they are, without a coding for old servers. */
    boolean takesEightBits();

    /** Opens the way for several mails, by one thread. */
    Journey open();

    interface Journey extends AutoCloseable {

        /** Makes sure that somebody is there; to be called before each mail. */
        void reach() throws NotSentException;

        /** Hands over the mail and returns the answer, once the other side is answerable for it. */
        String send(DueMail mail, MimeMessage message) throws NotSentException, MessagingException;

        @Override
        void close();
    }
}
