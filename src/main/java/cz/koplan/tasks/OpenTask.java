package cz.koplan.tasks;

import cz.koplan.meetings.MeetingId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task of a group as the check of tasks shows it; {@code text} is Markdown.
 *
 * @param owner names of person and organisation, or as written in old minutes; empty when nobody is named
 * @param state other than open when it was closed at the very meeting that checks it
 * @param overdue open after its due date, on the day it is checked
 * @param meeting where it was given
 * @param lastNote what was noted about it last
 */
public record OpenTask(
        TaskId id,
        String text,
        String owner,
        @Nullable LocalDate due,
        TaskState state,
        boolean overdue,
        MeetingId meeting,
        String meetingTitle,
        LocalDate givenOn,
        @Nullable String lastNote) {}
