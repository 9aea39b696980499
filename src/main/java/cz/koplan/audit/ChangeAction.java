package cz.koplan.audit;

/** What happened to a row. */
public enum ChangeAction {
    INSERT,
    UPDATE,
    DELETE
}
