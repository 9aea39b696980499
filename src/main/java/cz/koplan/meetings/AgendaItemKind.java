package cz.koplan.meetings;

/** What an agenda item is about; the round table holds one line per member, a check of tasks fills itself. */
public enum AgendaItemKind {
    APPROVAL,
    TASK_CHECK,
    ROUND_TABLE,
    TOPIC,
    IMPACT_CASE,
    STRATEGY
}
