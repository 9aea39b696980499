package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.meetings.Recurrence.Count;
import cz.koplan.meetings.Recurrence.End;
import cz.koplan.meetings.Recurrence.MonthlyOnDay;
import cz.koplan.meetings.Recurrence.MonthlyOnWeekday;
import cz.koplan.meetings.Recurrence.Rule;
import cz.koplan.meetings.Recurrence.Until;
import cz.koplan.meetings.Recurrence.Weekly;
import cz.koplan.shared.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    /** A Thursday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    private static List<String> days(Rule rule, End end, LocalDate first) {
        return new Recurrence(rule, end)
                .days(first).stream().map(LocalDate::toString).toList();
    }

    @Test
    void weeks() {
        assertThat(days(new Weekly(1, DayOfWeek.THURSDAY), new Count(3), FIRST))
                .containsExactly("2026-10-01", "2026-10-08", "2026-10-15");
        assertThat(days(new Weekly(2, DayOfWeek.WEDNESDAY), new Count(3), FIRST))
                .containsExactly("2026-10-07", "2026-10-21", "2026-11-04");
        assertThat(days(new Weekly(4, DayOfWeek.MONDAY), new Until(LocalDate.of(2026, 11, 30)), FIRST))
                .containsExactly("2026-10-05", "2026-11-02", "2026-11-30");
    }

    @Test
    void daysOfTheMonth() {
        assertThat(days(new MonthlyOnDay(1, 31), new Count(5), LocalDate.of(2027, 12, 1)))
                .containsExactly("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30");
        assertThat(days(new MonthlyOnDay(3, 1), new Count(3), FIRST))
                .containsExactly("2026-10-01", "2027-01-01", "2027-04-01");
        assertThat(days(new MonthlyOnDay(12, 29), new Count(3), LocalDate.of(2026, 2, 1)))
                .containsExactly("2026-02-28", "2027-02-28", "2028-02-29");
        assertThat(days(new MonthlyOnDay(3, 15), new Count(2), LocalDate.of(2026, 10, 16)))
                .as("the month is over, the next one begins the series")
                .containsExactly("2026-11-15", "2027-02-15");
    }

    @Test
    void weekdaysOfTheMonth() {
        assertThat(days(new MonthlyOnWeekday(1, 2, DayOfWeek.TUESDAY), new Count(3), FIRST))
                .containsExactly("2026-10-13", "2026-11-10", "2026-12-08");
        assertThat(days(new MonthlyOnWeekday(1, MonthlyOnWeekday.LAST, DayOfWeek.SATURDAY), new Count(3), FIRST))
                .containsExactly("2026-10-31", "2026-11-28", "2026-12-26");
        assertThat(days(new MonthlyOnWeekday(3, 1, DayOfWeek.WEDNESDAY), new Count(2), FIRST.plusDays(7)))
                .containsExactly("2026-11-04", "2027-02-03");
        assertThat(days(
                        new MonthlyOnWeekday(12, MonthlyOnWeekday.LAST, DayOfWeek.TUESDAY),
                        new Count(2),
                        LocalDate.of(2027, 2, 1)))
                .containsExactly("2027-02-23", "2028-02-29");
    }

    @Test
    void lastDayOfTheEndBelongsToIt() {
        assertThat(days(new Weekly(1, DayOfWeek.THURSDAY), new Until(FIRST), FIRST))
                .containsExactly("2026-10-01");
    }

    @Test
    void seriesIsNeitherEmptyNorEndless() {
        assertThat(days(new Weekly(1, DayOfWeek.MONDAY), new Count(200), FIRST)).hasSize(200);
        assertInvalid("meetings.series.tooLong", () -> days(new Weekly(1, DayOfWeek.MONDAY), new Count(201), FIRST));
        assertInvalid(
                "meetings.series.tooLong",
                () -> days(new Weekly(1, DayOfWeek.MONDAY), new Until(LocalDate.MAX), FIRST));
        assertInvalid("meetings.series.empty", () -> days(new Weekly(1, DayOfWeek.MONDAY), new Count(0), FIRST));
        assertInvalid("meetings.series.empty", () -> days(new Weekly(1, DayOfWeek.MONDAY), new Until(FIRST), FIRST));
        assertThatThrownBy(() -> days(new Weekly(1, DayOfWeek.MONDAY), new Count(201), FIRST))
                .extracting(invalid -> ((InvalidInputException) invalid).arguments())
                .isEqualTo(new Object[] {200});
    }

    @Test
    void rulesAreWithinBounds() {
        assertInvalid("meetings.series.every", () -> new Weekly(0, DayOfWeek.MONDAY));
        assertInvalid("meetings.series.every", () -> new MonthlyOnDay(53, 1));
        assertInvalid("meetings.series.every", () -> new MonthlyOnWeekday(-1, 1, DayOfWeek.MONDAY));
        assertInvalid("meetings.series.dayOfMonth", () -> new MonthlyOnDay(1, 0));
        assertInvalid("meetings.series.dayOfMonth", () -> new MonthlyOnDay(1, 32));
        for (int nth : new int[] {-2, 0, 5}) {
            assertInvalid("meetings.series.nth", () -> new MonthlyOnWeekday(1, nth, DayOfWeek.MONDAY));
        }
        assertThat(new Weekly(52, DayOfWeek.MONDAY).every()).isEqualTo(52);
    }

    private static void assertInvalid(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .extracting(invalid -> ((InvalidInputException) invalid).messageKey())
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySeriesKeepsItsRule(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3_000));
            Rule rule = rule(random);
            int count = 1 + random.nextInt(20);
            List<LocalDate> days = new Recurrence(rule, new Count(count)).days(first);

            assertThat(days)
                    .as("%s from %s", rule, first)
                    .hasSize(count)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(days).allSatisfy(day -> assertThat(suits(day, rule)).isTrue());
            assertThat(first.datesUntil(days.getFirst()).filter(day -> suits(day, rule)))
                    .as("an earlier day for %s from %s", rule, first)
                    .isEmpty();
            for (int i = 1; i < count; i++) {
                assertThat(step(days.get(i - 1), days.get(i), rule)).isEqualTo(rule.every());
            }
            assertThat(new Recurrence(rule, new Until(days.getLast())).days(first))
                    .isEqualTo(days);
            if (count > 1) {
                assertThat(new Recurrence(rule, new Until(days.getLast().minusDays(1))).days(first))
                        .isEqualTo(days.subList(0, count - 1));
            }
        }
    }

    private static Rule rule(Random random) {
        int every = 1 + random.nextInt(52);
        DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
        return switch (random.nextInt(3)) {
            case 0 -> new Weekly(every, day);
            case 1 -> new MonthlyOnDay(every, 1 + random.nextInt(31));
            default -> new MonthlyOnWeekday(every, List.of(1, 2, 3, 4, -1).get(random.nextInt(5)), day);
        };
    }

    private static boolean suits(LocalDate day, Rule rule) {
        boolean lastWeek = day.getDayOfMonth() + 7 > day.lengthOfMonth();
        return switch (rule) {
            case Weekly weekly -> day.getDayOfWeek() == weekly.day();
            case MonthlyOnDay monthly ->
                day.getDayOfMonth() == monthly.dayOfMonth()
                        || day.getDayOfMonth() == day.lengthOfMonth() && day.lengthOfMonth() < monthly.dayOfMonth();
            case MonthlyOnWeekday monthly ->
                day.getDayOfWeek() == monthly.day()
                        && (monthly.nth() == -1 ? lastWeek : (day.getDayOfMonth() - 1) / 7 + 1 == monthly.nth());
        };
    }

    private static long step(LocalDate from, LocalDate to, Rule rule) {
        return switch (rule) {
            case Weekly weekly -> ChronoUnit.WEEKS.between(from, to);
            case MonthlyOnDay monthly -> ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
            case MonthlyOnWeekday monthly -> ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
        };
    }
}
