package cz.koplan.pdf;

import java.text.Normalizer;

/** Makes any text fit for a PDF: composed characters, no control characters, □ for what no font could show. */
final class CleanText {

    private CleanText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return clean(Normalizer.normalize(text, Normalizer.Form.NFC));
            }
        }
        return text;
    }

    /** Characters of Czech text that need neither composing nor replacing. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f || c >= 0xa0 && c < 0x180 && c != 0xad || c >= 0x2010 && c <= 0x2027 || c == '\n';
    }

    private static String clean(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            switch (Character.getType(c)) {
                case Character.CONTROL -> result.append(control(c));
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> result.append('\n');
                case Character.FORMAT -> {
                    // Invisible: soft hyphens, joiners, marks of direction.
                }
                case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> result.append(Face.UNKNOWN);
                default -> {
                    if (c >= 0xfe00 && c <= 0xfe0f) {
                        // A variation selector only chooses the drawing of the character before it.
                        continue;
                    }
                    result.append(Character.isBmpCodePoint(c) ? (char) c : Face.UNKNOWN);
                }
            }
        }
        return result.toString();
    }

    private static String control(int c) {
        return switch (c) {
            case '\n', 0x0b, '\f', 0x85 -> "\n";
            case '\t' -> " ";
            default -> "";
        };
    }
}
