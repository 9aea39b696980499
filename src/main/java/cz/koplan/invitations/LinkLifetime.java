package cz.koplan.invitations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long a personal link to a meeting opens what may be read and one's own tasks: until 30 days after the next meeting
 * of the group, and at most 12 months after the meeting. When writing ends is for the rights to say.
 */
final class LinkLifetime {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final int DAYS_AFTER_NEXT = 30;
    private static final int MONTHS_AT_MOST = 12;

    private LinkLifetime() {}

    /**
     * Returns the first moment at which the link no longer works, in UTC: the midnight after its last day.
     *
     * @param next the day of the next meeting of the group; empty while none is planned
     */
    static LocalDateTime end(LocalDate meeting, Optional<LocalDate> next) {
        LocalDate latest = meeting.plusMonths(MONTHS_AT_MOST);
        LocalDate last = next.map(day -> day.plusDays(DAYS_AFTER_NEXT))
                .filter(day -> day.isBefore(latest))
                .orElse(latest);
        return last.plusDays(1)
                .atStartOfDay(ZONE)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }
}
