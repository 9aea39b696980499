package cz.koplan.meetings;

/** How a meeting is held (způsob konání: prezenčně, online, hybridně). */
public enum MeetingMode {
    IN_PERSON,
    ONLINE,
    HYBRID
}
