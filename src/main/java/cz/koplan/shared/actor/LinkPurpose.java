package cz.koplan.shared.actor;

/** What a personal link grants; its subject is the meeting, the account or the person. */
public enum LinkPurpose {
    MEETING,
    PASSWORD,
    CALENDAR
}
