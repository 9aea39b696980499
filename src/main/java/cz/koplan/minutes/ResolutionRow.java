package cz.koplan.minutes;

import cz.koplan.meetings.MeetingId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A resolution in the register; {@code position} orders those of a meeting, {@code text} is Markdown. */
public record ResolutionRow(
        ResolutionId id,
        @Nullable String number,
        String text,
        boolean internal,
        boolean withdrawn,
        @Nullable Vote vote,
        int position,
        MeetingId meeting,
        String meetingTitle,
        LocalDate heldOn,
        String groupName) {}
