package cz.koplan.meetings;

public record AttendanceId(long value) {}
