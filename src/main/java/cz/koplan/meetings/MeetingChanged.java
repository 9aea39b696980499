package cz.koplan.meetings;

import java.util.Objects;

/** When, where or how the meeting is held was changed, or its name; heard in the transaction that changes it. */
public record MeetingChanged(MeetingId meeting, MeetingData before, MeetingData after) {

    /** Whether those who are invited have to know. */
    public boolean concernsTheInvited() {
        return !before.title().equals(after.title())
                || !before.heldOn().equals(after.heldOn())
                || !Objects.equals(before.startsAt(), after.startsAt())
                || !Objects.equals(before.endsAt(), after.endsAt())
                || before.mode() != after.mode()
                || !Objects.equals(before.place(), after.place());
    }
}
