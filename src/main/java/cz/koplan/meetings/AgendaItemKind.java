package cz.koplan.meetings;

/** What an agenda item holds: one line per member organisation, or free text on a topic. */
public enum AgendaItemKind {
    ROUND_TABLE,
    TOPIC
}
