package cz.koplan.shared.changes;

/** Somebody else changed the row since it was read; nothing was written. */
public class StaleVersionException extends RuntimeException {

    public StaleVersionException() {
        super("The row was changed by somebody else");
    }
}
