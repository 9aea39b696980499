package cz.koplan.minutes;

/** Why a snapshot of the minutes was kept. */
public enum RevisionReason {
    IMPORTED,
    RENDERED,
    FINISHED,
    RESTORED
}
