package cz.koplan.services;

import java.io.Serializable;

public record ServiceId(long value) implements Serializable {}
