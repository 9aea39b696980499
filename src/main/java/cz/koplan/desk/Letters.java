package cz.koplan.desk;

/** Where words of a typed line begin and end. */
final class Letters {

    private Letters() {}

    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Says whether a letter, a digit, or a mark on one stands at {@code at}; false at the end of the text. */
    static boolean isWord(CharSequence text, int at) {
        if (at >= text.length()) {
            return false;
        }
        int codePoint = Character.codePointAt(text, at);
        return Character.isLetterOrDigit(codePoint) || isMark(codePoint) || codePoint == '_';
    }

    /** The end of the word that begins at {@code from}; a hyphen inside belongs to the word. */
    static int wordEnd(CharSequence text, int from) {
        int end = from;
        while (isWord(text, end) || end > from && isHyphen(text, end)) {
            end += Character.charCount(Character.codePointAt(text, end));
        }
        return end;
    }

    private static boolean isHyphen(CharSequence text, int at) {
        return at < text.length() && text.charAt(at) == '-' && isWord(text, at + 1);
    }

    /** Says whether a name may end at {@code at}: not inside of a word, a double name, or an address such as ochl.cz. */
    static boolean isNameEnd(CharSequence text, int at) {
        if (isWord(text, at) || isInsidePair(text, at)) {
            return false;
        }
        return at >= text.length() || "-.@".indexOf(text.charAt(at)) < 0 || !isWord(text, at + 1);
    }

    private static boolean isInsidePair(CharSequence text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
