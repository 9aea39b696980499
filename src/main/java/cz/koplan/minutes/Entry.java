package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;

/** What the minutes say under an agenda item; {@code text} is Markdown. */
public record Entry(EntryId id, int version, AgendaItemId agendaItem, String text) {}
