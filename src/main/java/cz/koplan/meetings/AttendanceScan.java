package cz.koplan.meetings;

/** The scanned attendance sheet with its signatures: PDF, PNG or JPEG. */
public record AttendanceScan(String name, String mediaType, byte[] content) {}
