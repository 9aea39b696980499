package cz.koplan.meetings;

public record MeetingId(long value) {}
