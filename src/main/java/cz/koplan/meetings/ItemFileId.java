package cz.koplan.meetings;

public record ItemFileId(long value) {}
