package cz.koplan.updates;

/** How far that is which came of an update. */
public enum OutcomeState {
    OPEN,
    DONE,
    /** Cancelled, or hidden. */
    DROPPED,
    /** A proposal whose part of the application is not there yet. */
    AWAITING
}
