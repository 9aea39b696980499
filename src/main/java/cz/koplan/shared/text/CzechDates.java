package cz.koplan.shared.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates and times as Czech minutes write them, with plain spaces; {@link CzechTypography} joins them on output. */
public final class CzechDates {

    private static final List<String> MONTHS = List.of(
            "ledna",
            "února",
            "března",
            "dubna",
            "května",
            "června",
            "července",
            "srpna",
            "září",
            "října",
            "listopadu",
            "prosince");

    private CzechDates() {}

    /** {@code 21. června 2021} */
    public static String inWords(LocalDate date) {
        return date.getDayOfMonth() + ". " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** {@code 14.00} */
    public static String time(LocalTime time) {
        return "%d.%02d".formatted(time.getHour(), time.getMinute());
    }

    /** {@code 14.00–15.30 hod.} */
    public static String span(LocalTime start, LocalTime end) {
        return time(start) + "–" + time(end) + " hod.";
    }

    /** {@code 21. června 2021 v 14.00 hod.}, or with a span, or only the date, as far as it is known. */
    public static String meeting(LocalDate date, @Nullable LocalTime start, @Nullable LocalTime end) {
        if (start == null) {
            return inWords(date);
        }
        if (end == null) {
            return inWords(date) + " v " + time(start) + " hod.";
        }
        return inWords(date) + ", " + span(start, end);
    }

    /** {@code pondělí} */
    public static String weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case MONDAY -> "pondělí";
            case TUESDAY -> "úterý";
            case WEDNESDAY -> "středa";
            case THURSDAY -> "čtvrtek";
            case FRIDAY -> "pátek";
            case SATURDAY -> "sobota";
            case SUNDAY -> "neděle";
        };
    }

    /** {@code v pondělí}, {@code ve středu} */
    public static String onWeekday(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return switch (day) {
            case WEDNESDAY -> "ve středu";
            case THURSDAY -> "ve čtvrtek";
            case SATURDAY -> "v sobotu";
            case SUNDAY -> "v neděli";
            case MONDAY, TUESDAY, FRIDAY -> "v " + weekday(date);
        };
    }
}
