package cz.koplan.links;

import java.io.Serializable;

public record LinkId(long value) implements Serializable {}
