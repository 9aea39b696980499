package cz.koplan.updates;

public record UpdateId(long value) {}
