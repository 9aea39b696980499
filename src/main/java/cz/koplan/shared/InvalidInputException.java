package cz.koplan.shared;

/** What a person entered cannot be accepted; carries the key of the sentence that says what to do, and its arguments. */
public class InvalidInputException extends RuntimeException {

    private final String messageKey;
    private final transient Object[] arguments;

    public InvalidInputException(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments;
    }
}
