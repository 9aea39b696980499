package cz.koplan.meetings;

import org.jspecify.annotations.Nullable;

/**
 * A line of the attendance; {@code organisationName} is the known organisation's name or else the label.
 *
 * @param publishName the person agreed to be named in published minutes
 */
public record Attendee(
        AttendanceId id,
        int version,
        AttendeeData data,
        @Nullable String organisationName,
        boolean publishName) {}
