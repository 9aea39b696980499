package cz.koplan.accounts;

import org.springframework.security.authentication.AccountStatusException;

/** The brake lets nobody try this account from there for a while. */
class SignInWaitsException extends AccountStatusException {

    private final int minutes;

    SignInWaitsException(int minutes) {
        super("Too many attempts");
        this.minutes = minutes;
    }

    int minutes() {
        return minutes;
    }
}
