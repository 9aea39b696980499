package cz.koplan.minutes;

/** Life cycle of minutes. */
public enum MinutesState {
    DRAFT,
    IN_REVIEW,
    APPROVED
}
