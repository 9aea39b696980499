package cz.koplan.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of an organisation looks like at the start of a round-table line. */
final class Organisations {

    static final Pattern LEGAL_FORM = Pattern.compile(
            "(?:z\\. ?s\\.|z\\. ?ú\\.|o\\. ?p\\. ?s\\.|p\\. ?o\\.|s\\. ?r\\. ?o\\.|a\\. ?s\\.|v\\. ?v\\. ?i\\.|"
                    + "zs|ops|příspěvková organizace|obecně prospěšná společnost)(?!\\p{L})");
    private static final Pattern ABBREVIATION_BEFORE =
            Pattern.compile("(?:^|[ .])(?:sv|č|tzv|Mgr|Bc|Ing|DiS|Dr|MUDr|PhDr|JUDr|nám|ul|st|např|\\p{L})$");
    private static final Set<String> NO_NAMES = Set.of(
            "termín",
            "úkol",
            "úkoly",
            "pozn",
            "poznámka",
            "závěr",
            "závěry",
            "diskuse",
            "diskuze",
            "různé",
            "program",
            "novinky",
            "informace",
            "dotaz",
            "odpověď",
            "kontakt",
            "usnesení",
            "příklad",
            "aktuality",
            "datum",
            "místo",
            "zodpovídá",
            "odpovídá",
            "přítomni",
            "omluveni",
            "téma",
            "cíl",
            "cíle",
            "priorita",
            "opatření");

    /** Who does something in a sentence; a proper name may follow, as in "Skupina ROOD". */
    private static final Pattern GENERAL_NOUN = Pattern.compile(
            "(?:(?:pracovní )?skupina|členové|členky|účastníci|přítomní|většina|všichni|někteří)"
                    + "(?! \\p{Lu}| \\d)(?!\\p{L}).*+",
            Pattern.UNICODE_CASE);

    private static final int LONGEST = 80;

    /** A label and where the text after it begins. */
    record Labelled(Passage label, Passage text) {}

    private Organisations() {}

    /**
     * Splits {@code Name. Text}, {@code Name: Text}, {@code Name – Text}. A name is short and no sentence of its own:
     * it has no finite verb.
     *
     * @param stopsCount a full stop may end the name, as in a bulleted round table
     */
    static @Nullable Labelled split(Passage passage, boolean stopsCount) {
        String text = passage.text();
        int limit = Math.min(text.length(), LONGEST);
        for (int i = 1; i < limit; i++) {
            char c = text.charAt(i);
            boolean spaceAfter = i + 1 < text.length() && text.charAt(i + 1) == ' ';
            boolean atEnd = i + 1 == text.length();
            int legal = legalFormEnd(text, i);
            if (legal > 0 && legal < text.length()) {
                int separator = legal;
                while (separator < text.length() && " :–—-,".indexOf(text.charAt(separator)) >= 0) {
                    separator++;
                }
                return separator == text.length() ? null : labelled(passage, legal, separator);
            }
            if (c == ':' && (spaceAfter || atEnd)) {
                return labelled(passage, i, i + 1);
            }
            if ((c == '–' || c == '—' || c == '-') && spaceAfter && text.charAt(i - 1) == ' ') {
                return labelled(passage, i - 1, i + 1);
            }
            if (!atEnd && isStop(text, i)) {
                return stopsCount ? labelled(passage, i, i + 1) : null;
            }
            if (c == '!' || c == '?' || c == ';') {
                return null;
            }
        }
        return null;
    }

    /** The whole passage is a name, perhaps with a colon or full stop after it. */
    static @Nullable Passage alone(Passage passage) {
        Passage name = passage.trimmed(":–-");
        boolean stop = name.text().endsWith(".")
                && !isAbbreviation(name.text(), name.text().length() - 1);
        name = stop ? name.trimmed(".") : name;
        return isName(name.text()) ? name : null;
    }

    static boolean isName(String text) {
        return text.length() >= 2
                && text.length() <= LONGEST
                && (Character.isUpperCase(text.charAt(0))
                        || Character.isDigit(text.charAt(0))
                        || "„\"".indexOf(text.charAt(0)) >= 0)
                && text.codePoints().anyMatch(Character::isLetter)
                && !NO_NAMES.contains(text.toLowerCase(Locale.ROOT))
                && !GENERAL_NOUN
                        .matcher(Character.toLowerCase(text.charAt(0)) + text.substring(1))
                        .matches()
                && !Wording.isSentence(text)
                && CzechDates.dates(text).isEmpty();
    }

    private static @Nullable Labelled labelled(Passage passage, int labelEnd, int textStart) {
        Passage label = passage.slice(0, labelEnd).trimmed(",");
        Passage text = passage.from(textStart);
        return isName(label.text()) && !text.isEmpty() ? new Labelled(label, text) : null;
    }

    /** The end of a legal form that begins at {@code at}, with the brackets or place after it left out; 0 if none. */
    private static int legalFormEnd(String text, int at) {
        char before = text.charAt(at - 1);
        if (before != ' ' && before != ',') {
            return 0;
        }
        Matcher form = LEGAL_FORM.matcher(text).region(at, text.length());
        return form.lookingAt() ? form.end() : 0;
    }

    /** A full stop that ends a sentence rather than an abbreviation. */
    static boolean isStop(String text, int at) {
        boolean last = at + 1 == text.length();
        return text.charAt(at) == '.' && (last || text.charAt(at + 1) == ' ') && !isAbbreviation(text, at);
    }

    private static boolean isAbbreviation(String text, int stop) {
        String before = text.substring(Math.max(0, stop - 6), stop);
        return ABBREVIATION_BEFORE.matcher(before).find() && !before.matches(".{0,5}\\p{Lu}{2,6}");
    }
}
