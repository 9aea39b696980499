package cz.koplan.services;

import java.io.Serializable;

public record RegionId(long value) implements Serializable {}
