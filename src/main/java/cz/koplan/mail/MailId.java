package cz.koplan.mail;

import java.io.Serializable;

public record MailId(long value) implements Serializable {}
