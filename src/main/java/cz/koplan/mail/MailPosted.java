package cz.koplan.mail;

/** Mails were stored that may leave as soon as their transaction commits. */
record MailPosted() {}
