package cz.koplan.minutes;

/** What is looked after before minutes are finished. */
public enum FinishCheck {
    NOBODY_PRESENT,
    ATTENDANCE_NOT_NOTED,
    ITEM_UNTOUCHED,
    UPDATE_MISSING,
    DECISION_WITHOUT_TEXT,
    TASK_WITHOUT_OWNER,
    TASK_WITHOUT_DUE
}
