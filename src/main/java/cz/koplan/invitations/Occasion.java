package cz.koplan.invitations;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import java.time.Duration;
import java.util.UUID;

/** A meeting as far as inviting depends on it; {@code usualLength} is that of the group's meetings. */
record Occasion(
        MeetingId id,
        UUID publicId,
        GroupId group,
        String groupName,
        MeetingData data,
        MeetingState state,
        Duration usualLength) {

    boolean ahead() {
        return state == MeetingState.PLANNED || state == MeetingState.INVITED;
    }
}
