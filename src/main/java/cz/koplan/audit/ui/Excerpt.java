package cz.koplan.audit.ui;

/** The part of two long texts where they begin to differ, so that the difference is seen without scrolling. */
record Excerpt(String before, String after) {

    private static final int LONGEST = 600;
    private static final int LEAD = 120;

    static Excerpt of(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int longest = Math.max(before.length(), after.length());
        int start = longest <= LONGEST ? 0 : Math.max(0, same - LEAD);
        return new Excerpt(cut(before, start), cut(after, start));
    }

    private static String cut(String text, int start) {
        if (start >= text.length()) {
            return text.isEmpty() ? "" : "…";
        }
        int from = Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
        int to = Math.min(text.length(), from + LONGEST);
        if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
