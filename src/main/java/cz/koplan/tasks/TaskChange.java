package cz.koplan.tasks;

import static cz.koplan.tasks.TaskState.CANCELLED;
import static cz.koplan.tasks.TaskState.DONE;
import static cz.koplan.tasks.TaskState.OPEN;

import cz.koplan.shared.InvalidInputException;

/** What may happen to a task after it was given: the only place that says from which state it may. */
enum TaskChange {
    FINISH,
    CANCEL,
    REOPEN,
    POSTPONE,
    DISCUSS;

    /**
     * Returns the state that the task has afterwards.
     *
     * @throws InvalidInputException when this cannot happen to a task of that state
     */
    TaskState from(TaskState state) {
        if (this == DISCUSS) {
            return state;
        }
        if (this == REOPEN ? state == OPEN : state != OPEN) {
            throw new InvalidInputException(
                    switch (state) {
                        case OPEN -> "tasks.state.isOpen";
                        case DONE -> "tasks.state.isDone";
                        case CANCELLED -> "tasks.state.isCancelled";
                    });
        }
        return switch (this) {
            case FINISH -> DONE;
            case CANCEL -> CANCELLED;
            case REOPEN, POSTPONE, DISCUSS -> OPEN;
        };
    }
}
