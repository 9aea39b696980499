package cz.koplan.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces a space by a non-breaking one where Czech typesetting forbids a line break. Every other character stays, so
 * positions in the text remain valid and a second application changes nothing.
 */
public final class CzechTypography {

    private static final char NBSP = '\u00a0';

    private static final String ONE_LETTER_WORDS = "kKsSvVzZoOuUaAiI";
    private static final String OPENING = "([{„\"'‚«»–—";
    private static final String CLOSING = ",;:.)]}!?“\"'";

    private static final Set<String> MONTHS = Set.of(
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
    private static final Set<String> UNITS = Set.of(
            "hod", "h", "min", "s", "Kč", "€", "EUR", "%", "‰", "m", "m²", "km", "km²", "cm", "mm", "kg", "g", "l",
            "tis", "mil", "mld", "ks", "°C");
    private static final Set<String> BEFORE_NUMBER_OR_NAME = Set.of(
            "č.", "čís.", "čl.", "odst.", "písm.", "§", "§§", "str.", "tel.", "obr.", "tab.", "ul.", "nám.", "tř.",
            "p.", "sv.");
    private static final Set<String> TITLES_BEFORE_NAME = Set.of(
            "Bc.",
            "BcA.",
            "Mgr.",
            "MgA.",
            "Ing.",
            "arch.",
            "MUDr.",
            "MVDr.",
            "MDDr.",
            "JUDr.",
            "PhDr.",
            "RNDr.",
            "PharmDr.",
            "ThDr.",
            "ThLic.",
            "PaedDr.",
            "Dr.",
            "dr.",
            "doc.",
            "Doc.",
            "prof.",
            "Prof.");
    private static final Set<String> TITLES_AFTER_NAME =
            Set.of("Ph.D", "Th.D", "CSc", "DrSc", "DSc", "DiS", "MBA", "MPA", "LL.M", "MSc", "BBA");

    private CzechTypography() {}

    public static String nonBreaking(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (; space >= 0; space = text.indexOf(' ', space + 1)) {
            if (mustStayTogether(text, space)) {
                chars[space] = NBSP;
            }
        }
        return new String(chars);
    }

    /** The same for text in several styles, where a preposition and its noun may lie in two of them. */
    public static List<TextRun> nonBreaking(List<TextRun> runs) {
        if (runs.size() == 1) {
            TextRun run = runs.getFirst();
            return List.of(withText(run, nonBreaking(run.text())));
        }
        String text = nonBreaking(runs.stream().map(TextRun::text).collect(Collectors.joining()));
        List<TextRun> result = new ArrayList<>(runs.size());
        int start = 0;
        for (TextRun run : runs) {
            int end = start + run.text().length();
            result.add(withText(run, text.substring(start, end)));
            start = end;
        }
        return result;
    }

    private static TextRun withText(TextRun run, String text) {
        return new TextRun(text, run.bold(), run.italic(), run.link());
    }

    private static boolean mustStayTogether(String text, int space) {
        int leftEnd = space;
        while (leftEnd > 0 && isSpace(text.charAt(leftEnd - 1))) {
            leftEnd--;
        }
        int rightStart = space + 1;
        while (rightStart < text.length() && isSpace(text.charAt(rightStart))) {
            rightStart++;
        }
        if (leftEnd == 0 || rightStart == text.length()) {
            return false;
        }
        int leftStart = leftEnd;
        while (leftStart > 0 && !isBlank(text.charAt(leftStart - 1))) {
            leftStart--;
        }
        while (leftStart < leftEnd - 1 && OPENING.indexOf(text.charAt(leftStart)) >= 0) {
            leftStart++;
        }
        if (leftStart == leftEnd) {
            return false;
        }
        if (leftEnd - leftStart == 1 && ONE_LETTER_WORDS.indexOf(text.charAt(leftStart)) >= 0) {
            return true;
        }
        char last = text.charAt(leftEnd - 1);
        char next = text.charAt(rightStart);
        if (next == '–' || next == '—') {
            // A dash may end a line but not begin one.
            return rightStart + 1 < text.length() && isBlank(text.charAt(rightStart + 1));
        }
        if (isDigit(last)) {
            return isThousands(text, leftStart, leftEnd, rightStart) || UNITS.contains(word(text, rightStart));
        }
        if (last == '.' && leftEnd - leftStart > 1 && isDigit(text.charAt(leftEnd - 2))) {
            return isDay(text, leftStart, leftEnd) && (isDigit(next) || MONTHS.contains(word(text, rightStart)));
        }
        if (last == '.' && leftEnd - leftStart == 2 && isInitial(text, leftStart, rightStart)) {
            return true;
        }
        String left = text.substring(leftStart, leftEnd);
        if (MONTHS.contains(left)) {
            return isYear(text, rightStart);
        }
        if (TITLES_BEFORE_NAME.contains(left)) {
            return Character.isLetter(next);
        }
        if (BEFORE_NUMBER_OR_NAME.contains(left)) {
            return Character.isLetterOrDigit(next);
        }
        return last == ',' && TITLES_AFTER_NAME.contains(word(text, rightStart));
    }

    /** The word at {@code start} without the punctuation that may close it. */
    private static String word(String text, int start) {
        int end = start;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        while (end > start + 1 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@code z. s.}, {@code o. p. s.}, {@code J. Novák} */
    private static boolean isInitial(String text, int leftStart, int rightStart) {
        char left = text.charAt(leftStart);
        char next = text.charAt(rightStart);
        boolean abbreviation = rightStart + 1 < text.length() && text.charAt(rightStart + 1) == '.';
        return Character.isLetter(left)
                && Character.isLetter(next)
                && (abbreviation || Character.isUpperCase(left) && Character.isUpperCase(next));
    }

    /** Up to three digits before the space and exactly three after it. */
    private static boolean isThousands(String text, int leftStart, int leftEnd, int rightStart) {
        int digits = 0;
        while (leftEnd - digits > leftStart && isDigit(text.charAt(leftEnd - 1 - digits))) {
            digits++;
        }
        return digits <= 3 && digitsFrom(text, rightStart) == 3;
    }

    private static boolean isDay(String text, int start, int end) {
        return end - start <= 3 && digitsFrom(text, start) == end - start - 1;
    }

    private static boolean isYear(String text, int start) {
        return digitsFrom(text, start) == 4;
    }

    private static int digitsFrom(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == NBSP;
    }

    private static boolean isBlank(char c) {
        return isSpace(c) || c == '\n' || c == '\t';
    }
}
