package cz.koplan.organisations;

public record AliasId(long value) {}
