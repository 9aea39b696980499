package cz.koplan.mail;

/** What a mail is about. */
public enum MailKind {
    INVITATION,
    CHANGE,
    CANCELLATION,
    REMINDER,
    STILL_VALID,
    PASSWORD_INVITATION,
    PASSWORD_RESET
}
