package cz.koplan.minutes;

public record Resolution(ResolutionId id, int version, ResolutionData data) {}
