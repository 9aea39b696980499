package cz.koplan.tasks;

public record TaskId(long value) {}
