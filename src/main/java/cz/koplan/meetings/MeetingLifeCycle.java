package cz.koplan.meetings;

import static cz.koplan.meetings.LifeCycle.back;
import static cz.koplan.meetings.LifeCycle.forward;
import static cz.koplan.meetings.MeetingState.CANCELLED;
import static cz.koplan.meetings.MeetingState.HELD;
import static cz.koplan.meetings.MeetingState.INVITED;
import static cz.koplan.meetings.MeetingState.IN_PROGRESS;
import static cz.koplan.meetings.MeetingState.PLANNED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which step a meeting may take from where. Every step is taken by a coordinator of the group, and none once the minutes
 * are approved ({@link MeetingRights#write}).
 */
public final class MeetingLifeCycle {

    private static final LifeCycle<MeetingState> STEPS = new LifeCycle<>(
            "meetings.step.refused",
            forward(PLANNED, INVITED),
            forward(PLANNED, IN_PROGRESS),
            forward(INVITED, IN_PROGRESS),
            forward(IN_PROGRESS, HELD),
            forward(PLANNED, CANCELLED),
            forward(INVITED, CANCELLED),
            back(INVITED, PLANNED),
            back(IN_PROGRESS, PLANNED),
            back(HELD, IN_PROGRESS),
            back(CANCELLED, PLANNED));

    private MeetingLifeCycle() {}

    public static List<Step<MeetingState>> from(MeetingState state) {
        return STEPS.from(state);
    }

    /** @throws cz.koplan.shared.InvalidInputException when the step is not possible, or lacks its reason */
    static @Nullable String require(MeetingState from, MeetingState to, @Nullable String reason) {
        return STEPS.require(from, to, reason);
    }
}
