package cz.koplan.shared;

/** The thing asked for does not exist (any more). */
public class NotFoundException extends RuntimeException {

    public NotFoundException(Object id) {
        super("Not found: " + id);
    }
}
