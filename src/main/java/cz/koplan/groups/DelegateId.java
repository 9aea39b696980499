package cz.koplan.groups;

public record DelegateId(long value) {}
