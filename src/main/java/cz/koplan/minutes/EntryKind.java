package cz.koplan.minutes;

/** What an entry of the minutes is; tasks and resolutions have places of their own. */
public enum EntryKind {
    INFORMATION,
    DECISION
}
