package cz.koplan.meetings;

/** Life cycle of a meeting; that of its minutes is separate. */
public enum MeetingState {
    PLANNED,
    INVITED,
    IN_PROGRESS,
    HELD,
    CANCELLED
}
