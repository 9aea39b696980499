package cz.koplan.updates;

import cz.koplan.meetings.AgendaItemId;

/** {@code label} is how the minutes name the organisation: as the source does, else by its name. */
public record ProviderUpdate(UpdateId id, int version, AgendaItemId agendaItem, UpdateData data, String label) {}
