package cz.koplan.tasks;

/** State of a task. */
public enum TaskState {
    OPEN,
    DONE,
    CANCELLED
}
