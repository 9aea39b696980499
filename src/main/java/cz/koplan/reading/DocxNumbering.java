package cz.koplan.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Counts list numbers as Word shows them: DOCX stores only which list and level a paragraph belongs to. */
final class DocxNumbering implements DocxArchive.Handler {

    /** {@code number} is null for a bullet. */
    record Shown(String symbol, @Nullable Integer number) {}

    private static final int LEVELS = 9;

    private static final class Level {
        String format = "decimal";
        String text = "";
        int start = 1;

        @Nullable
        String style;
    }

    private static final class Numbering {
        int definition = -1;
        final Map<Integer, Level> levels = new TreeMap<>();
        final Map<Integer, Integer> starts = new HashMap<>();
    }

    private final Map<Integer, Numbering> definitions = new HashMap<>();
    private final Map<Integer, Numbering> lists = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();
    private @Nullable Numbering open;
    private Level level = new Level();
    private int overridden;

    @Override
    public void start(XMLStreamReader element) {
        String value = DocxArchive.value(element, "val");
        switch (element.getLocalName()) {
            case "abstractNum" ->
                definitions.put(DocxArchive.number(element, "abstractNumId", -1), open = new Numbering());
            case "num" -> lists.put(DocxArchive.number(element, "numId", -1), open = new Numbering());
            case "lvl" -> {
                level = new Level();
                if (open != null) {
                    open.levels.put(DocxArchive.number(element, "ilvl", 0), level);
                }
            }
            case "lvlOverride" -> overridden = DocxArchive.number(element, "ilvl", 0);
            case "startOverride" -> {
                if (open != null) {
                    open.starts.put(overridden, DocxArchive.number(element, "val", 1));
                }
            }
            case "abstractNumId" -> {
                if (open != null) {
                    open.definition = DocxArchive.number(element, "val", -1);
                }
            }
            case "numFmt" -> level.format = value == null ? "decimal" : value;
            case "lvlText" -> level.text = value == null ? "" : value;
            case "start" -> level.start = DocxArchive.number(element, "val", 1);
            case "pStyle" -> level.style = value;
            default -> {}
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("abstractNum") || name.equals("num")) {
            open = null;
        }
    }

    /** The level of a list that a style is tied to, or 0. */
    int levelOfStyle(int numId, String style) {
        Numbering list = lists.get(numId);
        Numbering definition = list == null ? null : definitions.get(list.definition);
        if (definition != null) {
            for (Map.Entry<Integer, Level> entry : definition.levels.entrySet()) {
                if (style.equals(entry.getValue().style)) {
                    return entry.getKey();
                }
            }
        }
        return 0;
    }

    /** Counts one more paragraph of the list; null when the level shows nothing. */
    @Nullable
    Shown next(int numId, int wantedLevel) {
        Numbering list = lists.get(numId);
        int at = Math.clamp(wantedLevel, 0, LEVELS - 1);
        if (list == null) {
            return null;
        }
        int[] counts = counters.computeIfAbsent(list.definition, key -> new int[LEVELS]);
        if (begun.add(numId)) {
            // Lists of one definition share their counters unless a list begins anew.
            list.starts.forEach((overriddenLevel, start) -> {
                if (overriddenLevel >= 0 && overriddenLevel < LEVELS) {
                    counts[overriddenLevel] = start - level(list, overriddenLevel).start;
                }
            });
        }
        counts[at]++;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = 0;
        }
        Level shown = level(list, at);
        if (shown.format.equals("bullet")) {
            return new Shown(shown.text.isBlank() ? "•" : shown.text.strip(), null);
        }
        if (shown.format.equals("none") || shown.text.isBlank()) {
            return null;
        }
        String symbol = shown.text;
        for (int i = 0; i <= at; i++) {
            Level upper = level(list, i);
            int number = upper.start + Math.max(1, counts[i]) - 1;
            symbol = symbol.replace("%" + (i + 1), formatted(number, upper.format));
        }
        return new Shown(Passage.normalised(symbol), shown.start + counts[at] - 1);
    }

    private Level level(Numbering list, int at) {
        Level own = list.levels.get(at);
        if (own != null) {
            return own;
        }
        Numbering definition = definitions.get(list.definition);
        Level general = definition == null ? null : definition.levels.get(at);
        return general == null ? new Level() : general;
    }

    private static String formatted(int number, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(number);
            case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            default -> Integer.toString(number);
        };
    }

    private static String letters(int number) {
        return number < 1
                ? Integer.toString(number)
                : Character.toString('a' + (number - 1) % 26).repeat(Math.min(9, (number - 1) / 26 + 1));
    }

    private static String roman(int number) {
        if (number < 1 || number > 100) {
            return Integer.toString(number);
        }
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }
}
