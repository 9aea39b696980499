package cz.koplan.shared.text;

/** The smallest pieces of a text that are compared: a word, or one other character with the marks that belong to it. */
final class TextTokens {

    private static final int JOINER = 0x200d;

    private TextTokens() {}

    /** Whether a piece may end and another start at {@code index}; the two characters around it decide alone. */
    static boolean isBoundary(String text, int index) {
        if (index == 0 || index == text.length()) {
            return true;
        }
        if (Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index))) {
            return false;
        }
        int left = text.codePointBefore(index);
        int right = text.codePointAt(index);
        if (left == JOINER || isMark(right)) {
            return false;
        }
        return !(isInWord(left) && isInWord(right));
    }

    /** The end of the piece that starts at {@code start}. */
    static int end(String text, int start) {
        int end = start + 1;
        while (!isBoundary(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isInWord(int character) {
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    private static boolean isMark(int character) {
        if (character < 0x300) {
            return false;
        }
        int type = Character.getType(character);
        return character == JOINER
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isEmojiModifier(character);
    }
}
