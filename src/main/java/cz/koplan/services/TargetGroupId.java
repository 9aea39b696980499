package cz.koplan.services;

import java.io.Serializable;

public record TargetGroupId(long value) implements Serializable {}
