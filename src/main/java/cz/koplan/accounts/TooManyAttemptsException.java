package cz.koplan.accounts;

import cz.koplan.shared.InvalidInputException;

/** Somebody guesses, or forgot; further attempts wait. */
public class TooManyAttemptsException extends InvalidInputException {

    private final int minutes;

    TooManyAttemptsException(int minutes) {
        super("accounts.wait", minutes);
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }
}
