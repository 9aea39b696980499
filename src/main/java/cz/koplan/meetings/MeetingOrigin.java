package cz.koplan.meetings;

/** Whether the meeting was run here or read from old minutes. */
public enum MeetingOrigin {
    DESK,
    IMPORT
}
