package cz.koplan.desk;

import java.text.Normalizer;

/**
 * A text without diacritics and in lower case, so that what is typed in haste is found. {@code at[i]} is where the
 * character {@code i} of the original begins in {@code text}; it has one place more, for the end.
 */
record Folded(String text, int[] at) {

    static Folded of(String original) {
        var text = new StringBuilder(original.length());
        int[] at = new int[original.length() + 1];
        for (int i = 0; i < original.length(); ) {
            int codePoint = original.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            for (int j = i; j < next; j++) {
                at[j] = text.length();
            }
            append(codePoint, text);
            i = next;
        }
        at[original.length()] = text.length();
        return new Folded(text.toString(), at);
    }

    static String fold(String original) {
        return of(original).text();
    }

    String between(int from, int to) {
        return text.substring(at[from], at[to]);
    }

    // Each code point alone: the whole-string lower case of a letter can depend on its neighbours.
    private static void append(int codePoint, StringBuilder text) {
        if (codePoint < 0x80) {
            text.append((char) Character.toLowerCase(codePoint));
            return;
        }
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> !Letters.isMark(part))
                .map(Character::toLowerCase)
                .forEach(text::appendCodePoint);
    }
}
