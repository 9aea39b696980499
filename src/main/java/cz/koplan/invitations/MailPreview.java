package cz.koplan.invitations;

/**
 * A mail as its recipients read it, with dots instead of a personal link.
 *
 * @param html what stands in the mail as HTML
 */
public record MailPreview(String subject, String text, String html) {}
