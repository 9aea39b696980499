package cz.koplan.meetings;

import static cz.koplan.meetings.LifeCycle.back;
import static cz.koplan.meetings.LifeCycle.forward;
import static cz.koplan.meetings.MinutesState.APPROVED;
import static cz.koplan.meetings.MinutesState.DRAFT;
import static cz.koplan.meetings.MinutesState.IN_REVIEW;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which step minutes may take from where. Every step is taken by a coordinator of the group; nothing leads out of
 * approved minutes, which {@link MeetingRights#write} closes for everybody.
 */
public final class MinutesLifeCycle {

    private static final LifeCycle<MinutesState> STEPS = new LifeCycle<>(
            "minutes.step.refused", forward(DRAFT, IN_REVIEW), forward(IN_REVIEW, APPROVED), back(IN_REVIEW, DRAFT));

    private MinutesLifeCycle() {}

    public static List<Step<MinutesState>> from(MinutesState state) {
        return STEPS.from(state);
    }

    /** @throws cz.koplan.shared.InvalidInputException when the step is not possible, or lacks its reason */
    static @Nullable String require(MinutesState from, MinutesState to, @Nullable String reason) {
        return STEPS.require(from, to, reason);
    }
}
