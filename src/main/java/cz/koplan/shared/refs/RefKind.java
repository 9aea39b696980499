package cz.koplan.shared.refs;

/** The kinds of things that refer to each other. */
public enum RefKind {
    UPDATE,
    AGENDA_ITEM,
    BACKLOG_ITEM,
    TASK,
    PROPOSAL
}
