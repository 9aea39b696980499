package cz.koplan.minutes;

/** Why a snapshot of the minutes was kept. */
public enum RevisionReason {
    IMPORTED,
    RENDERED,
    FINISHED,
    /** What was there before another revision was restored. */
    REPLACED,
    RESTORED
}
