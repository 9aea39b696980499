package cz.koplan.updates;

/** How far the report of a member is. */
public enum UpdateState {
    NOTHING,
    DRAFT,
    SUBMITTED,
    /** The meeting was held, or its round table is behind it. */
    DISCUSSED
}
