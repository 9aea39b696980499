package cz.koplan.meetings;

public record TemplateItemId(long value) {}
