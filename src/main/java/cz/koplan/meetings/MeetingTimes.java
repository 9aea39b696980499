package cz.koplan.meetings;

import cz.koplan.shared.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Times of meetings on the clocks of the region, which change twice a year. */
public final class MeetingTimes {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    private MeetingTimes() {}

    /** Says whether the clocks show the time on that day: in March they skip the hour from 2.00. */
    public static boolean exists(LocalDate day, LocalTime time) {
        return !ZONE.getRules().getValidOffsets(day.atTime(time)).isEmpty();
    }

    /**
     * Returns what the clocks show after so many real minutes. A time that comes twice, in October, is the earlier one.
     *
     * @throws InvalidInputException when the clocks skip the start
     */
    public static LocalDateTime plannedEnd(LocalDateTime start, int minutes) {
        if (!exists(start.toLocalDate(), start.toLocalTime())) {
            throw new InvalidInputException("meetings.time.skipped");
        }
        return start.atZone(ZONE).plusMinutes(minutes).toLocalDateTime();
    }
}
