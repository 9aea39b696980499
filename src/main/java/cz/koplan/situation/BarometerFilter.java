package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.updates.Signal;
import java.util.Optional;

/** What of the barometer somebody looks at; {@code from} and {@code to} both belong to the period. */
public record BarometerFilter(Optional<GroupId> group, Optional<Signal> signal, Quarter from, Quarter to) {

    private static final int LONGEST = 40;

    /** @throws InvalidInputException when the period ends before it begins, or is longer than ten years */
    public BarometerFilter {
        if (from.compareTo(to) > 0) {
            throw new InvalidInputException("situation.barometer.period.reversed");
        }
        if (to.compareTo(from.plus(LONGEST)) >= 0) {
            throw new InvalidInputException("situation.barometer.period.tooLong");
        }
    }

    /** Returns the same for one quarter. */
    public BarometerFilter in(Quarter quarter) {
        return new BarometerFilter(group, signal, quarter, quarter);
    }
}
