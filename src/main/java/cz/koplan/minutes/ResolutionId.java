package cz.koplan.minutes;

public record ResolutionId(long value) {}
