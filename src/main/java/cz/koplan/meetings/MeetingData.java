package cz.koplan.meetings;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When, where and how; {@code mode} is null where old minutes do not say. {@code next…} is the announced next meeting. */
public record MeetingData(
        String title,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        @Nullable MeetingMode mode,
        @Nullable String place,
        @Nullable LocalDate nextHeldOn,
        @Nullable LocalTime nextStartsAt,
        @Nullable String nextPlace) {

    public MeetingData {
        title = Input.required(title, 300);
        place = Input.line(place, 300);
        nextPlace = Input.line(nextPlace, 300);
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new InvalidInputException("meetings.end.beforeStart");
        }
    }

    /** Returns such a meeting on another day. */
    MeetingData on(LocalDate day) {
        return new MeetingData(
                NextMeeting.title(this, day), day, startsAt, endsAt, mode, place, nextHeldOn, nextStartsAt, nextPlace);
    }
}
