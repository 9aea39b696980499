package cz.koplan.groups;

public record MemberId(long value) {}
