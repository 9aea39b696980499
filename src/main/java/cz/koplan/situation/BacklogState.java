package cz.koplan.situation;

/** What became of a topic in the backlog. */
public enum BacklogState {
    WAITS,
    TAKEN,
    HIDDEN
}
