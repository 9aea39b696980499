package cz.koplan.meetings;

/** The meeting begins; heard in the transaction that begins it. */
public record MeetingStarted(MeetingId meeting) {}
