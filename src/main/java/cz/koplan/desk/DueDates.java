package cz.koplan.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the due date behind {@code >}: written out, a day of the week, or counted from the day of the meeting. */
final class DueDates {

    /** {@code day} is null when the calendar has no such day. */
    record Found(int end, @Nullable LocalDate day) {}

    private static final String END = "(?![\\p{L}\\p{M}\\p{N}_])";

    private static final Pattern WRITTEN = Pattern.compile(" ?(?:([12]\\d{3})-(\\d{1,2})-(\\d{1,2})"
            + "|(\\d{1,2})\\. ?(?:(\\d{1,2})\\.|(\\p{L}[\\p{L}\\p{M}]*+))(?: ?([12]\\d{3})" + END + ")?)" + END);
    private static final Pattern COUNTED = Pattern.compile("\\+(\\d{1,3})([dtwDTW]?)" + END);

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("leden", 1),
            Map.entry("ledna", 1),
            Map.entry("unor", 2),
            Map.entry("unora", 2),
            Map.entry("brezen", 3),
            Map.entry("brezna", 3),
            Map.entry("duben", 4),
            Map.entry("dubna", 4),
            Map.entry("kveten", 5),
            Map.entry("kvetna", 5),
            Map.entry("cerven", 6),
            Map.entry("cervna", 6),
            Map.entry("cervenec", 7),
            Map.entry("cervence", 7),
            Map.entry("srpen", 8),
            Map.entry("srpna", 8),
            Map.entry("zari", 9),
            Map.entry("rijen", 10),
            Map.entry("rijna", 10),
            Map.entry("listopad", 11),
            Map.entry("listopadu", 11),
            Map.entry("prosinec", 12),
            Map.entry("prosince", 12));

    private static final Map<String, Integer> DAYS_AHEAD =
            Map.of("dnes", 0, "dneska", 0, "today", 0, "zitra", 1, "tomorrow", 1);

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("pondeli", DayOfWeek.MONDAY),
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("utery", DayOfWeek.TUESDAY),
            Map.entry("uterka", DayOfWeek.TUESDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("streda", DayOfWeek.WEDNESDAY),
            Map.entry("stredu", DayOfWeek.WEDNESDAY),
            Map.entry("stredy", DayOfWeek.WEDNESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("ctvrtek", DayOfWeek.THURSDAY),
            Map.entry("ctvrtka", DayOfWeek.THURSDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("patek", DayOfWeek.FRIDAY),
            Map.entry("patku", DayOfWeek.FRIDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("sobota", DayOfWeek.SATURDAY),
            Map.entry("sobotu", DayOfWeek.SATURDAY),
            Map.entry("soboty", DayOfWeek.SATURDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("nedele", DayOfWeek.SUNDAY),
            Map.entry("nedeli", DayOfWeek.SUNDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY));

    private DueDates() {}

    /**
     * Reads what stands at {@code from} of the line, behind the {@code >}. One space may precede a written date only,
     * which nobody takes for anything else; "> dnes" is a quotation.
     */
    static @Nullable Found at(String line, int from, LocalDate meetingDay) {
        Matcher written = WRITTEN.matcher(line).region(from, line.length()).useTransparentBounds(true);
        if (written.lookingAt()) {
            return written(written, meetingDay);
        }
        Matcher counted = COUNTED.matcher(line).region(from, line.length()).useTransparentBounds(true);
        if (counted.lookingAt()) {
            int count = Integer.parseInt(counted.group(1));
            boolean weeks = counted.group(2).matches("[tTwW]");
            return new Found(counted.end(), weeks ? meetingDay.plusWeeks(count) : meetingDay.plusDays(count));
        }
        int end = Letters.wordEnd(line, from);
        LocalDate day = named(Folded.fold(line.substring(from, end)), meetingDay);
        return day == null ? null : new Found(end, day);
    }

    private static @Nullable LocalDate named(String word, LocalDate meetingDay) {
        Integer ahead = DAYS_AHEAD.get(word);
        if (ahead != null) {
            return meetingDay.plusDays(ahead);
        }
        DayOfWeek weekday = WEEKDAYS.get(word);
        return weekday == null ? null : meetingDay.with(TemporalAdjusters.next(weekday));
    }

    private static @Nullable Found written(Matcher matcher, LocalDate meetingDay) {
        if (matcher.group(1) != null) {
            return new Found(matcher.end(), day(matcher.group(1), number(matcher, 2), number(matcher, 3)));
        }
        Integer month = matcher.group(6) == null
                ? Integer.valueOf(number(matcher, 5))
                : MONTHS.get(Folded.fold(matcher.group(6)));
        if (month == null) {
            return null;
        }
        String year = matcher.group(7);
        int dayOfMonth = number(matcher, 4);
        return new Found(
                matcher.end(), year == null ? nextDay(month, dayOfMonth, meetingDay) : day(year, month, dayOfMonth));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable LocalDate day(String year, int month, int dayOfMonth) {
        return day(Integer.parseInt(year), month, dayOfMonth);
    }

    private static @Nullable LocalDate day(int year, int month, int dayOfMonth) {
        try {
            return LocalDate.of(year, month, dayOfMonth);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The day on or after the meeting; a 29 February that is years away is a slip rather than a plan. */
    private static @Nullable LocalDate nextDay(int month, int dayOfMonth, LocalDate meetingDay) {
        LocalDate thisYear = day(meetingDay.getYear(), month, dayOfMonth);
        return thisYear != null && !thisYear.isBefore(meetingDay)
                ? thisYear
                : day(meetingDay.getYear() + 1, month, dayOfMonth);
    }
}
