package cz.koplan.groups;

public record GroupId(long value) {}
