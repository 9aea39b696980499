package cz.koplan.services;

import cz.koplan.shared.InvalidInputException;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a row of a code list holds; both ends belong to it, an end that is not known bounds nothing. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) implements Serializable {

    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInputException("codeLists.validity.reversed");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
}
