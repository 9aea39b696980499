package cz.koplan.tasks;

/** Whose tasks to list: those that somebody owns or speaks for the owner of, or all of the groups they coordinate. */
public enum TaskScope {
    OWN,
    GROUPS
}
