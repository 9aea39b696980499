package cz.koplan.desk;

import cz.koplan.desk.QuickLine.Completion;
import cz.koplan.shared.text.CzechDates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can stand at the caret of a line that is being typed. */
final class QuickCompletions {

    private static final int MOST = 8;

    /** Longer than any word behind {@code !}, {@code #} or {@code >}. */
    private static final int LONGEST_WORD = 24;

    /** The words of one language: the kinds, and the days by which people count. */
    private record Language(String task, List<String> kinds, String tomorrow, Map<DayOfWeek, String> weekdays) {}

    private static final Language CZECH = new Language(
            "úkol",
            List.of("rozhodnutí", "usnesení", "informace"),
            "zítra",
            Map.of(
                    DayOfWeek.MONDAY, "pondělí",
                    DayOfWeek.TUESDAY, "úterý",
                    DayOfWeek.WEDNESDAY, "středa",
                    DayOfWeek.THURSDAY, "čtvrtek",
                    DayOfWeek.FRIDAY, "pátek"));
    private static final Language ENGLISH = new Language(
            "task",
            List.of("decision", "resolution", "information"),
            "tomorrow",
            Map.of(
                    DayOfWeek.MONDAY, "Monday",
                    DayOfWeek.TUESDAY, "Tuesday",
                    DayOfWeek.WEDNESDAY, "Wednesday",
                    DayOfWeek.THURSDAY, "Thursday",
                    DayOfWeek.FRIDAY, "Friday"));

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final String line;
    private final int mark;
    private final int caret;
    private final LocalDate meetingDay;
    private final QuickNames names;
    private final boolean english;
    private final Language language;

    private QuickCompletions(String line, int mark, int caret, LocalDate meetingDay, QuickNames names, Locale locale) {
        this.line = line;
        this.mark = mark;
        this.caret = caret;
        this.meetingDay = meetingDay;
        this.names = names;
        this.english = locale.getLanguage().equals("en");
        this.language = english ? ENGLISH : CZECH;
    }

    static List<Completion> at(String line, int caret, LocalDate meetingDay, QuickNames names, Locale locale) {
        int within = Math.clamp(caret, 0, line.length());
        int mark = mark(line, within, Math.max(LONGEST_WORD, 2 * names.longest()));
        return mark < 0
                ? List.of()
                : new QuickCompletions(line, mark, within, meetingDay, names, locale)
                        .found().stream().limit(MOST).toList();
    }

    /** The nearest mark before the caret at the start of a word, or -1. */
    private static int mark(String line, int caret, int farthest) {
        for (int i = caret - 1; i >= 0 && i >= caret - farthest; i--) {
            if (QuickWords.MARKS.indexOf(line.charAt(i)) >= 0 && startsWord(line, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWord(String line, int at) {
        return at == 0
                || Letters.isSpace(line.charAt(at - 1))
                || line.charAt(at) == '@' && line.charAt(at - 1) == '!' && startsWord(line, at - 1);
    }

    private List<Completion> found() {
        String typed = line.substring(mark + 1, caret);
        String prefix = Folded.fold(typed);
        return switch (line.charAt(mark)) {
            case '@' -> names(prefix);
            case '!' -> words(List.of(language.task()), prefix);
            case '#' -> words(language.kinds(), prefix);
            default -> days(typed, prefix);
        };
    }

    private List<Completion> names(String prefix) {
        return names.startingWith(prefix, MOST).stream()
                .map(name -> completion(label(name), names.unmistakable(name)))
                .toList();
    }

    private static String label(QuickNames.Name name) {
        return name.label().equals(name.displayName())
                ? name.displayName()
                : name.displayName() + " (" + name.label() + ")";
    }

    private List<Completion> words(List<String> words, String prefix) {
        return words.stream()
                .filter(word -> Folded.fold(word).startsWith(prefix))
                .map(word -> completion(word, word))
                .toList();
    }

    private List<Completion> days(String typed, String prefix) {
        var days = new ArrayList<Completion>();
        LocalDate written = written(typed);
        if (written != null) {
            String insert = written.getDayOfMonth() + "." + written.getMonthValue() + "." + written.getYear();
            days.add(completion(day(written), insert));
        }
        addDay(days, prefix, language.tomorrow(), language.tomorrow() + ", ", 1);
        for (int ahead = 1; ahead <= 7; ahead++) {
            String weekday = language.weekdays().get(meetingDay.plusDays(ahead).getDayOfWeek());
            if (weekday != null) {
                addDay(days, prefix, weekday, "", ahead);
            }
        }
        addDay(days, prefix, "+7", "+7, ", 7);
        addDay(days, prefix, "+14", "+14, ", 14);
        return days;
    }

    private void addDay(List<Completion> days, String prefix, String word, String before, int ahead) {
        if (Folded.fold(word).startsWith(prefix)) {
            days.add(completion(before + day(meetingDay.plusDays(ahead)), word));
        }
    }

    /** The day of a date written out, also when its last full stop is still missing. */
    private @Nullable LocalDate written(String typed) {
        if (typed.isEmpty() || !Character.isDigit(typed.codePointAt(0))) {
            return null;
        }
        for (String date : List.of(typed, typed + ".")) {
            DueDates.Found found = DueDates.at(date, 0, meetingDay);
            if (found != null && found.end() == date.length()) {
                return found.day();
            }
        }
        return null;
    }

    private String day(LocalDate day) {
        return english ? day.format(ENGLISH_DAY) : CzechDates.weekday(day) + " " + CzechDates.inWords(day);
    }

    /** Replaces the whole word that the caret is in or behind, and leaves one space after it. */
    private Completion completion(String label, String insert) {
        int to = Letters.isWord(line, caret) ? Letters.wordEnd(line, caret) : caret;
        boolean spaceFollows = to < line.length() && Letters.isSpace(line.charAt(to));
        return new Completion(label, line.charAt(mark) + insert + (spaceFollows ? "" : " "), mark, to);
    }
}
