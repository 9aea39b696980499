package cz.koplan.demo;

import cz.koplan.demo.Region.GroupLine;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** When a group meets: once a month but not in the summer holidays, and a week later when it is a public holiday. */
final class MeetingDays {

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(9, 28),
            MonthDay.of(10, 28),
            MonthDay.of(11, 17));

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 4;

    private MeetingDays() {}

    /** Returns the days of the past twelve months and of the next few, sorted. */
    static List<LocalDate> around(LocalDate today, GroupLine group) {
        return IntStream.rangeClosed(-MONTHS_BACK, MONTHS_AHEAD)
                .mapToObj(YearMonth.from(today)::plusMonths)
                .filter(month -> month.getMonth() != Month.JULY && month.getMonth() != Month.AUGUST)
                .map(month -> in(month, group))
                .filter(day -> day.isAfter(today.minusMonths(MONTHS_BACK)))
                .toList();
    }

    private static LocalDate in(YearMonth month, GroupLine group) {
        LocalDate day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(group.week(), group.day()));
        return HOLIDAYS.contains(MonthDay.from(day)) ? day.plusWeeks(1) : day;
    }
}
