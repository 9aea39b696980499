package cz.koplan.services;

/** What becomes of a municipality with extended powers by an import. */
public enum OrpChangeKind {
    ADDED,
    CHANGED,
    UNCHANGED
}
