package cz.koplan.shared.changes;

/** Two people changed the same place of a text; nothing was written, a person has to decide. */
public class TextConflictException extends RuntimeException {

    private final transient StoredText stored;

    TextConflictException(StoredText stored) {
        super("The same place was changed by somebody else");
        this.stored = stored;
    }

    public StoredText stored() {
        return stored;
    }
}
