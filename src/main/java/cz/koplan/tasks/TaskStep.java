package cz.koplan.tasks;

import cz.koplan.meetings.MeetingId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task, with its state and due date from then on.
 *
 * @param note plain text; of a cancelled task the reason
 * @param meeting at which it happened, with its title and day; null between meetings
 */
public record TaskStep(
        TaskState state,
        @Nullable LocalDate due,
        @Nullable String note,
        String takenBy,
        Instant takenAt,
        @Nullable MeetingId meeting,
        @Nullable String meetingTitle,
        @Nullable LocalDate heldOn) {}
