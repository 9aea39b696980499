package cz.koplan.meetings;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of one life cycle; whatever is not among them is refused. */
final class LifeCycle<S extends Enum<S>> {

    private static final int MAX_REASON = 2000;

    private final String refusal;
    private final List<Step<S>> steps;

    /** @param refusal key of the sentence that says why another step is not possible */
    @SafeVarargs
    LifeCycle(String refusal, List<Step<S>>... parts) {
        this.refusal = refusal;
        steps = Arrays.stream(parts).flatMap(List::stream).toList();
    }

    static <S> List<Step<S>> forward(S from, S to) {
        return List.of(new Step<>(from, to, false));
    }

    static <S> List<Step<S>> back(S from, S to) {
        return List.of(new Step<>(from, to, true));
    }

    List<Step<S>> from(S state) {
        return steps.stream().filter(step -> step.from() == state).toList();
    }

    /**
     * Returns the reason as it is kept: cleaned, null where none was given.
     *
     * @throws InvalidInputException when there is no such step, or when it asks for a reason and none is given
     */
    @Nullable
    String require(S from, S to, @Nullable String typed) {
        Step<S> step = from(from).stream()
                .filter(possible -> possible.to() == to)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(refusal));
        String reason = Input.text(typed, MAX_REASON);
        if (step.reasonNeeded() && reason.isEmpty()) {
            throw new InvalidInputException("meetings.step.reason.needed");
        }
        return reason.isEmpty() ? null : reason;
    }
}
