package cz.koplan.desk;

/**
 * The text of a line from which marks are left out. Spaces and the punctuation that belonged to a mark go with it:
 * {@code @OCHL: doplnit ceník >30.9., poslat} becomes {@code doplnit ceník, poslat}.
 */
final class QuickText {

    private static final String JOINING = ",:;";
    private static final String DASHES = "-–—";
    private static final String CLOSING = ".,:;!?)";

    private final StringBuilder text = new StringBuilder();
    private boolean leftOut;

    void leaveOut() {
        leftOut = true;
    }

    void add(String part) {
        if (!leftOut) {
            text.append(part);
            return;
        }
        int from = afterSpaces(part, 0);
        if (isBlank()) {
            from = afterJoining(part, from);
            text.append(part, from, part.length());
        } else if (from == 0 && isClosing(part)) {
            trimEnd();
            text.append(part);
        } else {
            text.append(part, endsWithSpace() ? from : 0, part.length());
        }
        // Nothing but spaces so far: what follows still stands right behind the mark.
        leftOut = isBlank() || from == part.length();
    }

    String finished() {
        if (leftOut) {
            trimEnd();
            while (!text.isEmpty() && endsWithJoining()) {
                text.setLength(text.length() - 1);
                trimEnd();
            }
        }
        return text.toString().strip();
    }

    private boolean isBlank() {
        return text.chars().allMatch(Letters::isSpace);
    }

    private boolean endsWithSpace() {
        return Letters.isSpace(text.charAt(text.length() - 1));
    }

    private void trimEnd() {
        while (!text.isEmpty() && endsWithSpace()) {
            text.setLength(text.length() - 1);
        }
    }

    private boolean endsWithJoining() {
        char last = text.charAt(text.length() - 1);
        return JOINING.indexOf(last) >= 0
                || DASHES.indexOf(last) >= 0 && (text.length() == 1 || Letters.isSpace(text.charAt(text.length() - 2)));
    }

    private static int afterSpaces(String part, int from) {
        int at = from;
        while (at < part.length() && Letters.isSpace(part.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterJoining(String part, int from) {
        int at = from;
        while (at < part.length() && (JOINING.indexOf(part.charAt(at)) >= 0 || isDashAlone(part, at))) {
            at = afterSpaces(part, at + 1);
        }
        return at;
    }

    private static boolean isDashAlone(String part, int at) {
        return DASHES.indexOf(part.charAt(at)) >= 0
                && (at + 1 == part.length() || Letters.isSpace(part.charAt(at + 1)));
    }

    /** Says whether the part begins with punctuation that closes what stood before it. */
    private static boolean isClosing(String part) {
        return !part.isEmpty()
                && CLOSING.indexOf(part.charAt(0)) >= 0
                && (part.length() == 1 || Letters.isSpace(part.charAt(1)));
    }
}
