package cz.koplan.shared.files;

public record FileId(long value) {}
