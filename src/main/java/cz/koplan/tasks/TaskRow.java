package cz.koplan.tasks;

import cz.koplan.meetings.MeetingId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list over several groups; {@code text} is Markdown.
 *
 * @param owner names of person and organisation, or as written in old minutes; empty when nobody is named
 * @param overdue open after its due date, today
 * @param meeting where it was given
 */
public record TaskRow(
        TaskId id,
        String text,
        String owner,
        @Nullable LocalDate due,
        TaskState state,
        boolean overdue,
        String groupName,
        MeetingId meeting,
        String meetingTitle,
        LocalDate givenOn) {}
