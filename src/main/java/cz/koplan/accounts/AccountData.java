package cz.koplan.accounts;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.util.Locale;

/** What an administrator edits of an account; the email is the sign-in name. */
public record AccountData(String email, boolean admin, boolean planner, boolean active) {

    public AccountData {
        email = Input.required(email, 254).toLowerCase(Locale.ROOT);
        if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
            throw new InvalidInputException("people.email.malformed");
        }
    }
}
