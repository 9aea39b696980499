package cz.koplan.invitations;

/**
 * The words of a group for a kind of mail in a language.
 *
 * @param version 0 while the group has the words of the application
 */
public record GroupWords(int version, MailWords words) {}
