package cz.koplan.minutes;

/** What became of a row of the minutes from one revision to another. */
public enum RowChange {
    SAME,
    CHANGED,
    ADDED,
    REMOVED
}
