package cz.koplan.services;

import java.io.Serializable;

public record OrpId(long value) implements Serializable {}
