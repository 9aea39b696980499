package cz.koplan.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of the source with white space normalised, where every character still knows its place in the source. Values
 * are cut from passages, so that their text is the source's own and their lines follow by themselves.
 */
final class Passage {

    private final SourceText source;
    private final String text;
    private final int[] places;

    private Passage(SourceText source, String text, int[] places) {
        this.source = source;
        this.text = text;
        this.places = places;
    }

    /** The contents of the lines without their list marks, joined as one paragraph. */
    static Passage of(SourceText source, List<SourceLine> lines) {
        var joined = new Joined(source);
        for (SourceLine line : lines) {
            joined.breakLine();
            joined.add(line, line.contentStart(), line.text().length());
        }
        return joined.passage();
    }

    static Passage of(SourceText source, SourceLine line) {
        return of(source, List.of(line));
    }

    static Passage of(SourceText source, SourceLine line, int fromColumn, int toColumn) {
        var joined = new Joined(source);
        joined.add(line, fromColumn, toColumn);
        return joined.passage();
    }

    static Passage join(List<Passage> parts) {
        int length = parts.stream().mapToInt(part -> part.text.length() + 1).sum();
        var text = new StringBuilder(length);
        int[] places = new int[length];
        for (Passage part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            if (!text.isEmpty()) {
                places[text.length()] = -1;
                text.append(' ');
            }
            System.arraycopy(part.places, 0, places, text.length(), part.text.length());
            text.append(part.text);
        }
        return new Passage(parts.getFirst().source, text.toString(), Arrays.copyOf(places, text.length()));
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** From {@code from} to {@code to} (exclusive) of {@link #text()}, without white space at its ends. */
    Passage slice(int from, int to) {
        int first = from;
        int end = to;
        while (first < end && text.charAt(first) == ' ') {
            first++;
        }
        while (end > first && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (first == 0 && end == text.length()) {
            return this;
        }
        return new Passage(source, text.substring(first, end), Arrays.copyOfRange(places, first, end));
    }

    Passage from(int from) {
        return slice(from, text.length());
    }

    /** Without the given characters, or spaces, at either end. */
    Passage trimmed(String characters) {
        int from = 0;
        int to = text.length();
        while (from < to && (text.charAt(from) == ' ' || characters.indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) == ' ' || characters.indexOf(text.charAt(to - 1)) >= 0)) {
            to--;
        }
        return slice(from, to);
    }

    /** The pieces between the separators; empty pieces are left out. */
    List<Passage> split(List<int[]> separators) {
        var pieces = new ArrayList<Passage>();
        int from = 0;
        for (int[] separator : separators) {
            pieces.add(slice(from, separator[0]));
            from = separator[1];
        }
        pieces.add(from(from));
        pieces.removeIf(Passage::isEmpty);
        return pieces;
    }

    Lines lines() {
        return new Lines(source.lineNumberAt(firstPlace()), source.lineNumberAt(places[places.length - 1]));
    }

    int firstPlace() {
        return places[0];
    }

    /** Offsets in the source of the characters that are no white space. */
    int[] inkPlaces() {
        return Arrays.stream(places).filter(place -> place >= 0).toArray();
    }

    static boolean isSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }

    static boolean isBlank(String text, int from) {
        return text.codePoints().skip(from).allMatch(Passage::isSpace);
    }

    static String normalised(String text) {
        var result = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else {
                if (gap && !result.isEmpty()) {
                    result.append(' ');
                }
                gap = false;
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Collects characters; a run of white space becomes one space that belongs to no place. */
    private static final class Joined {

        private final SourceText source;
        private final StringBuilder text = new StringBuilder();
        private int[] places = new int[128];
        private boolean gap;
        private boolean divided;

        Joined(SourceText source) {
            this.source = source;
        }

        /** A divided word is joined without a space; its hyphen stays, because the spelling is not ours. */
        void breakLine() {
            int last = text.length() - 1;
            divided = last > 0
                    && (text.charAt(last) == '\u00AD'
                            || (text.charAt(last) == '-' && Character.isLetter(text.charAt(last - 1))));
            gap = !divided;
        }

        void add(SourceLine line, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = line.text().charAt(i);
                if (isSpace(c)) {
                    gap = !divided;
                } else {
                    if (gap && !text.isEmpty()) {
                        put(' ', -1);
                    }
                    gap = false;
                    divided = false;
                    put(c, source.offset(line, i));
                }
            }
        }

        private void put(char c, int place) {
            if (text.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[text.length()] = place;
            text.append(c);
        }

        Passage passage() {
            return new Passage(source, text.toString(), Arrays.copyOf(places, text.length()));
        }
    }
}
