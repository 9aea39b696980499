package cz.koplan.tasks;

/** Which due dates to list: {@code SOON} is today and the next 14 days. */
public enum TaskDue {
    ANY,
    OVERDUE,
    SOON
}
