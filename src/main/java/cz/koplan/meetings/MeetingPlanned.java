package cz.koplan.meetings;

/** The meeting was created ahead of its day; heard in the transaction that creates it. */
public record MeetingPlanned(MeetingId meeting) {}
