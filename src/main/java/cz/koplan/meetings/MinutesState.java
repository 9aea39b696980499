package cz.koplan.meetings;

/** Life cycle of minutes. */
public enum MinutesState {
    DRAFT,
    IN_REVIEW,
    APPROVED
}
