package cz.koplan.meetings;

public record SeriesId(long value) {}
