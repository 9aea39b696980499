package cz.koplan.minutes;

public record RevisionId(long value) {}
