package cz.koplan.minutes;

public record EntryId(long value) {}
