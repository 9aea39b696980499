package cz.koplan.tasks;

import java.util.Optional;

/** Which tasks to list; {@code text} is looked for in the task, blank means any. */
public record TaskFilter(TaskScope scope, Optional<TaskState> state, TaskDue due, String text) {

    public static final TaskFilter OWN_OPEN =
            new TaskFilter(TaskScope.OWN, Optional.of(TaskState.OPEN), TaskDue.ANY, "");
}
