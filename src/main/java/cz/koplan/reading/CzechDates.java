package cz.koplan.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds Czech dates and times of day in a text. */
final class CzechDates {

    /** What is wrong with a date that cannot be taken as it stands. */
    enum Doubt {
        NONE,
        NO_YEAR,
        SHORT_YEAR,
        NO_SUCH_DAY,
        WRONG_WEEKDAY
    }

    /** A date from {@code start} to {@code end} of the text; {@code value} is null when there is no such day. */
    record DateFound(int start, int end, @Nullable LocalDate value, Doubt doubt) {}

    record TimeFound(
            int start, int end, LocalTime from, @Nullable LocalTime to) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("led", 1),
            Map.entry("úno", 2),
            Map.entry("bře", 3),
            Map.entry("dub", 4),
            Map.entry("kvě", 5),
            Map.entry("červen", 6),
            Map.entry("června", 6),
            Map.entry("červenec", 7),
            Map.entry("července", 7),
            Map.entry("srp", 8),
            Map.entry("zář", 9),
            Map.entry("říj", 10),
            Map.entry("lis", 11),
            Map.entry("pro", 12));

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "po", DayOfWeek.MONDAY,
            "út", DayOfWeek.TUESDAY,
            "st", DayOfWeek.WEDNESDAY,
            "čt", DayOfWeek.THURSDAY,
            "pá", DayOfWeek.FRIDAY,
            "so", DayOfWeek.SATURDAY,
            "ne", DayOfWeek.SUNDAY);

    private static final String WEEKDAY =
            "(?:(pondělí|pondělka|úterý|úterka|středa|středu|středy|čtvrtek|čtvrtka|pátek|pátku|sobota|sobotu|"
                    + "neděle|neděli|"
                    + "po|út|st|čt|pá|so|ne)[.,]{0,2} {0,2}(?:dne )?)?";
    private static final String MONTH =
            "(leden|ledna|únor|února|březen|března|duben|dubna|květen|května|červenec|července|červen|června|srpen|"
                    + "srpna|září|říjen|října|listopad|listopadu|prosinec|prosince)(?!\\p{L})";

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\p{L}\\d./])(?:(?:kona\\p{L}{2,4} )?(?:ze )?dne )?" + WEEKDAY
                    + "(?:(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)"
                    + "|(\\d{1,2})\\. {0,2}(?:" + MONTH
                    + "|(\\d{1,2})\\.)(?: {0,2}(\\d{4}|\\d{2})(?![\\d.:]\\d|/|\\d))?"
                    + "|(\\d{1,2})/(\\d{1,2})/(\\d{4}))(?!\\d)",
            FLAGS);

    private static final String BEFORE_TIME = "(?<![\\p{L}\\d.:])(?:(?:od|v|ve|do|cca) )?";
    private static final String CLOCK = "([01]?\\d|2[0-4])[:.]([0-5]\\d)";
    private static final String HOURS = " {0,2}(?:hodin(?:y|ách)?|hod\\.?|h\\.?)(?!\\p{L})";
    private static final String UNTIL = " {0,2}(?:–|—|-|do|až) {0,2}";
    private static final Pattern TIME_RANGE = Pattern.compile(
            BEFORE_TIME + CLOCK + "(?:" + HOURS + ")?" + UNTIL + CLOCK + "(?!\\d|[.:]\\d)(?:" + HOURS + ")?", FLAGS);
    private static final Pattern TIME =
            Pattern.compile(BEFORE_TIME + CLOCK + "(?!\\d|[.:] ?\\d|\\. ?\\p{Ll})(?:" + HOURS + ")?", FLAGS);
    private static final Pattern WHOLE_HOUR =
            Pattern.compile(BEFORE_TIME + "([01]?\\d|2[0-4])(?:" + UNTIL + "([01]?\\d|2[0-4]))?" + HOURS, FLAGS);

    private CzechDates() {}

    static List<DateFound> dates(String text) {
        var found = new ArrayList<DateFound>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            String year = first(matcher.group(2), matcher.group(8), matcher.group(11));
            int month = month(matcher);
            int day = Integer.parseInt(first(matcher.group(4), matcher.group(5), matcher.group(9)));
            // "1.2." with nothing after it is as likely the number of a paragraph as a day.
            if (year.isEmpty() && matcher.group(6) == null && matcher.group(1) == null && !isDay(day, month)) {
                continue;
            }
            found.add(date(matcher, year, month, day));
        }
        return found;
    }

    private static boolean isDay(int day, int month) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static DateFound date(Matcher matcher, String year, int month, int day) {
        if (year.isEmpty()) {
            return new DateFound(matcher.start(), matcher.end(), null, Doubt.NO_YEAR);
        }
        int fullYear = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
        LocalDate date;
        try {
            date = LocalDate.of(fullYear, month, day);
        } catch (DateTimeException noSuchDay) {
            return new DateFound(matcher.start(), matcher.end(), null, Doubt.NO_SUCH_DAY);
        }
        Doubt doubt = year.length() == 2 ? Doubt.SHORT_YEAR : Doubt.NONE;
        if (doubt == Doubt.NONE && matcher.group(1) != null) {
            DayOfWeek said = WEEKDAYS.get(matcher.group(1).substring(0, 2).toLowerCase(Locale.ROOT));
            doubt = said == null || said == date.getDayOfWeek() ? Doubt.NONE : Doubt.WRONG_WEEKDAY;
        }
        return new DateFound(matcher.start(), matcher.end(), date, doubt);
    }

    private static int month(Matcher matcher) {
        String name = matcher.group(6);
        if (name == null) {
            return Integer.parseInt(first(matcher.group(3), matcher.group(7), matcher.group(10)));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Integer month = MONTHS.get(lower);
        return month != null ? month : MONTHS.getOrDefault(lower.substring(0, 3), 0);
    }

    private static String first(@Nullable String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    /** Times outside the given dates, so that the day and month of a date are not read as a time. */
    static List<TimeFound> times(String text, List<DateFound> dates) {
        var blanked = new StringBuilder(text);
        for (DateFound date : dates) {
            blanked.replace(date.start(), date.end(), "#".repeat(date.end() - date.start()));
        }
        var found = new ArrayList<TimeFound>();
        collect(TIME_RANGE, blanked, found);
        collect(TIME, blanked, found);
        collect(WHOLE_HOUR, blanked, found);
        found.sort((a, b) -> a.start() - b.start());
        return found;
    }

    private static void collect(Pattern pattern, StringBuilder text, List<TimeFound> found) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            TimeFound time = pattern == WHOLE_HOUR
                    ? time(matcher, matcher.group(1), "0", matcher.group(2), "0")
                    : time(
                            matcher,
                            matcher.group(1),
                            matcher.group(2),
                            pattern == TIME_RANGE ? matcher.group(3) : null,
                            pattern == TIME_RANGE ? matcher.group(4) : "0");
            if (time != null) {
                found.add(time);
                text.replace(time.start(), time.end(), "#".repeat(time.end() - time.start()));
            }
        }
    }

    private static @Nullable TimeFound time(
            Matcher matcher, String hour, String minute, @Nullable String endHour, String endMinute) {
        int from = Integer.parseInt(hour);
        int to = endHour == null ? 0 : Integer.parseInt(endHour);
        if (from > 23 || to > 23) {
            return null;
        }
        return new TimeFound(
                matcher.start(),
                matcher.end(),
                LocalTime.of(from, Integer.parseInt(minute)),
                endHour == null ? null : LocalTime.of(to, Integer.parseInt(endMinute)));
    }
}
