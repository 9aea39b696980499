package cz.koplan.meetings;

public record AgendaItemId(long value) {}
