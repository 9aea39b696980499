package cz.koplan.mail;

/** REPLACED: a later mail of the same burst took its place before it left. */
public enum MailState {
    WAITING,
    SENT,
    FAILED,
    REPLACED
}
