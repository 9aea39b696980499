package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code seriesDay} is the day that a series gave it, also after it was moved; null for a meeting of its own. */
public record Meeting(
        MeetingId id,
        int version,
        GroupId group,
        String groupName,
        MeetingData data,
        MeetingState state,
        MeetingOrigin origin,
        @Nullable LocalDate seriesDay) {}
