package cz.koplan.meetings;

public record AgendaItem(AgendaItemId id, int version, AgendaItemData data) {}
