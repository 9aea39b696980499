package cz.koplan.shared.actor;

import java.io.Serializable;

public record AccountId(long value) implements Serializable {}
