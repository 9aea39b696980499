package cz.koplan.minutes;

import cz.koplan.shared.Input;
import org.jspecify.annotations.Nullable;

/** Who wrote and who verified the minutes, as written. */
public record Signatories(@Nullable String author, @Nullable String verifiedBy) {

    public Signatories {
        author = Input.line(author, 200);
        verifiedBy = Input.line(verifiedBy, 200);
    }
}
