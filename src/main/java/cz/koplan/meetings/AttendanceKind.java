package cz.koplan.meetings;

/** What the minutes say about one attendee (přítomen, omluven, nepřítomen, host). */
public enum AttendanceKind {
    PRESENT,
    EXCUSED,
    ABSENT,
    GUEST
}
