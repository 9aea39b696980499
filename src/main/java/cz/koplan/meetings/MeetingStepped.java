package cz.koplan.meetings;

import org.jspecify.annotations.Nullable;

/** The meeting went to another state; heard in the transaction of the step. */
public record MeetingStepped(
        MeetingId meeting,
        MeetingState from,
        MeetingState to,
        @Nullable String reason) {}
