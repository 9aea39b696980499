package cz.koplan.situation;

import cz.koplan.meetings.BacklogItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.ProposalId;
import cz.koplan.updates.ProposalKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of an update; {@code title} is plain text, but Markdown of a task. */
public sealed interface Consequence {

    String title();

    record Task(
            TaskId id,
            String title,
            TaskState state,
            @Nullable LocalDate due) implements Consequence {}

    record OnAgenda(MeetingId meeting, String title, LocalDate heldOn, boolean discussed) implements Consequence {}

    record InBacklog(BacklogItemId id, String title, BacklogState state) implements Consequence {}

    /** Waits for its part of the application. */
    record Proposal(ProposalId id, String title, ProposalKind kind) implements Consequence {}
}
