package cz.koplan.meetings;

public record BacklogItemId(long value) {}
