package cz.koplan.imports;

/** Where an old file stands on its way into a meeting. */
public enum ImportState {
    OPEN,
    SAVED,
    DISCARDED
}
