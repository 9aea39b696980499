package cz.koplan.shared.text;

/**
 * Passages between {@code {{} and {@code }}} that only the internal version of the minutes may show.
 *
 * <p>The marks are found in the characters of the Markdown, before and regardless of its structure, so a passage may
 * start in one paragraph and end in another and nothing that Markdown does can uncover it. Doubt always hides: a mark
 * that is never closed hides everything up to the end, and a mark within a passage needs its own closing mark. A mark
 * after a backslash is literal.
 */
public final class InternalPassages {

    public static final String REPLACEMENT = "[…]";

    private enum Version {
        INTERNAL,
        PUBLIC_MARKDOWN,
        PUBLIC_PLAIN
    }

    private InternalPassages() {}

    /** Markdown with every internal passage replaced by […]. */
    public static String publicText(String markdown) {
        return rewrite(markdown, Version.PUBLIC_MARKDOWN);
    }

    /** The same for text that is not Markdown, such as a title. */
    public static String publicPlainText(String text) {
        return rewrite(text, Version.PUBLIC_PLAIN);
    }

    /** Markdown with the marks of internal passages removed. */
    public static String internalText(String markdown) {
        return rewrite(markdown, Version.INTERNAL);
    }

    public static boolean isIn(String markdown) {
        return !internalText(markdown).equals(markdown);
    }

    private static String rewrite(String text, Version version) {
        if (!text.contains("{{")) {
            return text;
        }
        var result = new StringBuilder(text.length());
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            int length = 1;
            boolean mark = false;
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                length = 2;
            } else if (text.startsWith("{{", i)) {
                length = 2;
                mark = true;
                depth++;
            } else if (depth > 0 && text.startsWith("}}", i)) {
                length = 2;
                mark = true;
                depth--;
                if (depth == 0 && version != Version.INTERNAL) {
                    result.append(replacement(text, i + length, version));
                }
            }
            if (!mark && (depth == 0 || version == Version.INTERNAL)) {
                result.append(text, i, i + length);
            }
            i += length;
        }
        if (depth > 0 && version != Version.INTERNAL) {
            result.append(REPLACEMENT);
        }
        return result.toString();
    }

    /** Before some characters plain brackets would start a link or the definition of one, and vanish from the text. */
    private static String replacement(String text, int next, Version version) {
        boolean linkLike = next < text.length() && "([:".indexOf(text.charAt(next)) >= 0;
        return linkLike && version == Version.PUBLIC_MARKDOWN ? "\\[…\\]" : REPLACEMENT;
    }
}
