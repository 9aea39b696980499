package cz.koplan.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A meeting in a list; {@code present} counts people noted as present. */
public record MeetingRow(
        MeetingId id,
        String groupName,
        String title,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable MeetingMode mode,
        MeetingState state,
        int present) {}
