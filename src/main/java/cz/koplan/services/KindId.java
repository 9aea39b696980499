package cz.koplan.services;

import java.io.Serializable;

public record KindId(long value) implements Serializable {}
