package cz.koplan.shared.actor;

import java.io.Serializable;

public record PersonId(long value) implements Serializable {}
