package cz.koplan.meetings;

import cz.koplan.groups.GroupId;

public record Meeting(
        MeetingId id,
        int version,
        GroupId group,
        String groupName,
        MeetingData data,
        MeetingState state,
        MeetingOrigin origin) {}
