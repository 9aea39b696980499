package cz.koplan.accounts;

import cz.koplan.shared.InvalidInputException;

/** A new password as typed; long enough, and short enough for the hash, which reads 72 bytes. */
public record Password(String value) {

    static final int MIN = 10;
    private static final int MAX_BYTES = 72;

    public Password {
        if (value.length() < MIN) {
            throw new InvalidInputException("accounts.password.short", MIN);
        }
        if (value.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidInputException("accounts.password.long");
        }
    }

    @Override
    public String toString() {
        return "Password";
    }
}
