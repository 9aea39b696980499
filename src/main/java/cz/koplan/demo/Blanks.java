package cz.koplan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the blanks of a text: {@code <2-6 místo|místa|míst>} becomes a number with the form that Czech wants after it,
 * {@code <měsíce+1>} and {@code <měsíci+1>} the second and sixth case of the month after the meeting's, {@code <rok+1>}
 * the year after.
 */
final class Blanks {

    private static final Pattern BLANK = Pattern.compile("<(?:(\\d+)-(\\d+)(?: ([^<>]*))?|(\\p{L}+)\\+(\\d+))>");

    private static final List<String> SECOND_CASE = List.of(
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

    private static final List<String> SIXTH_CASE = List.of(
            "lednu",
            "únoru",
            "březnu",
            "dubnu",
            "květnu",
            "červnu",
            "červenci",
            "srpnu",
            "září",
            "říjnu",
            "listopadu",
            "prosinci");

    private Blanks() {}

    static String fill(String text, LocalDate day, Random random) {
        return BLANK.matcher(text)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        blank.group(1) == null
                                ? date(blank.group(4), Integer.parseInt(blank.group(5)), day)
                                : number(
                                        random.nextInt(
                                                Integer.parseInt(blank.group(1)), Integer.parseInt(blank.group(2)) + 1),
                                        blank.group(3) == null ? "" : blank.group(3))));
    }

    private static String date(String name, int later, LocalDate day) {
        return switch (name) {
            case "měsíce" -> SECOND_CASE.get(day.plusMonths(later).getMonthValue() - 1);
            case "měsíci" -> SIXTH_CASE.get(day.plusMonths(later).getMonthValue() - 1);
            case "rok" -> String.valueOf(day.getYear() + later);
            default -> throw new IllegalArgumentException("Unknown blank " + name);
        };
    }

    private static String number(int number, String forms) {
        if (forms.isEmpty()) {
            return String.valueOf(number);
        }
        return number + " " + forms.split("\\|")[number == 1 ? 0 : number <= 4 ? 1 : 2];
    }
}
