package cz.koplan.meetings;

/** What is noted about one attendee (přítomen, omluven, nepřítomen, host); EXPECTED while nothing is. */
public enum AttendanceKind {
    EXPECTED,
    PRESENT,
    EXCUSED,
    ABSENT,
    GUEST
}
