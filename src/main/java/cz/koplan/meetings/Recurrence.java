package cz.koplan.meetings;

import cz.koplan.shared.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** On which days the meetings of a series are held. */
public record Recurrence(Rule rule, End end) {

    /** The most meetings that one series has. */
    public static final int LONGEST = 200;

    private static final int MOST_SELDOM = 52;

    public sealed interface Rule {

        /** The step: 2 is every other week or month. */
        int every();
    }

    public record Weekly(int every, DayOfWeek day) implements Rule {

        public Weekly {
            requireStep(every);
        }
    }

    /** A month without that day takes its last one. */
    public record MonthlyOnDay(int every, int dayOfMonth) implements Rule {

        public MonthlyOnDay {
            requireStep(every);
            if (dayOfMonth < 1 || dayOfMonth > 31) {
                throw new InvalidInputException("meetings.series.dayOfMonth");
            }
        }

        LocalDate in(YearMonth month) {
            return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
        }
    }

    /** @param nth 1 to 4, or {@link #LAST} */
    public record MonthlyOnWeekday(int every, int nth, DayOfWeek day) implements Rule {

        public static final int LAST = -1;

        public MonthlyOnWeekday {
            requireStep(every);
            if (nth != LAST && (nth < 1 || nth > 4)) {
                throw new InvalidInputException("meetings.series.nth");
            }
        }

        LocalDate in(YearMonth month) {
            return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        }
    }

    public sealed interface End {}

    /** @param lastDay the meeting may still be held on it */
    public record Until(LocalDate lastDay) implements End {}

    public record Count(int meetings) implements End {}

    /**
     * Returns the days in order. The first one is the first day on or after {@code first} that suits the rule; the steps
     * count from it.
     *
     * @throws InvalidInputException when there is no such day, or more than {@link #LONGEST}
     */
    public List<LocalDate> days(LocalDate first) {
        List<LocalDate> days = days(
                switch (rule) {
                    case Weekly weekly -> weeks(weekly, first);
                    case MonthlyOnDay monthly -> months(monthly.every(), first, monthly::in);
                    case MonthlyOnWeekday monthly -> months(monthly.every(), first, monthly::in);
                });
        if (days.isEmpty()) {
            throw new InvalidInputException("meetings.series.empty");
        }
        if (days.size() > LONGEST) {
            throw new InvalidInputException("meetings.series.tooLong", LONGEST);
        }
        return days;
    }

    private List<LocalDate> days(IntFunction<LocalDate> nth) {
        var days = new ArrayList<LocalDate>();
        for (int i = 0; i <= LONGEST; i++) {
            LocalDate day = nth.apply(i);
            boolean over = switch (end) {
                case Until(LocalDate lastDay) -> day.isAfter(lastDay);
                case Count(int meetings) -> i >= meetings;
            };
            if (over) {
                break;
            }
            days.add(day);
        }
        return days;
    }

    private static IntFunction<LocalDate> weeks(Weekly rule, LocalDate first) {
        LocalDate start = first.with(TemporalAdjusters.nextOrSame(rule.day()));
        return i -> start.plusWeeks((long) i * rule.every());
    }

    private static IntFunction<LocalDate> months(int every, LocalDate first, Function<YearMonth, LocalDate> inMonth) {
        YearMonth month = YearMonth.from(first);
        YearMonth start = inMonth.apply(month).isBefore(first) ? month.plusMonths(1) : month;
        return i -> inMonth.apply(start.plusMonths((long) i * every));
    }

    private static void requireStep(int every) {
        if (every < 1 || every > MOST_SELDOM) {
            throw new InvalidInputException("meetings.series.every", MOST_SELDOM);
        }
    }
}
