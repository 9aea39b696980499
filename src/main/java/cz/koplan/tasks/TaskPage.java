package cz.koplan.tasks;

import cz.koplan.shared.refs.RefNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with its history, the oldest step first, and what the actor may do with it.
 *
 * @param origins what it came from, where that is known
 * @param history may lack the first steps of tasks that are older than the history
 * @param writable the actor coordinates the group
 * @param finishable the actor may say that it is done
 */
public record TaskPage(
        TaskRow task,
        @Nullable String cancelReason,
        List<RefNames.Named> origins,
        List<TaskStep> history,
        boolean writable,
        boolean finishable) {}
