package cz.koplan.meetings;

/** Whose life cycle a step belongs to: a meeting and its minutes have one each. */
public enum LifeCycleSubject {
    MEETING,
    MINUTES
}
