package cz.koplan.groups;

public record CoordinatorId(long value) {}
