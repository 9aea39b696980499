package cz.koplan.meetings;

/**
 * What was said under an item goes to another meeting, under an item there; heard in the transaction that moves it. The
 * item it leaves is removed afterwards.
 */
public record AgendaItemMoved(MeetingId from, AgendaItemId item, MeetingId to, AgendaItemId newItem) {}
