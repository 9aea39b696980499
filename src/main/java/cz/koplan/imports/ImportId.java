package cz.koplan.imports;

public record ImportId(long value) {}
