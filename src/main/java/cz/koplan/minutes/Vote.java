package cz.koplan.minutes;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** How a decision was voted on; {@code conflictOfInterest} names the providers concerned. */
public record Vote(
        int inFavour, int against, int abstained, @Nullable String conflictOfInterest) {

    private static final int MOST = 999;

    public Vote {
        conflictOfInterest = Input.line(conflictOfInterest, 1000);
        if (inFavour < 0 || against < 0 || abstained < 0 || inFavour > MOST || against > MOST || abstained > MOST) {
            throw new InvalidInputException("minutes.vote.range", MOST);
        }
    }
}
