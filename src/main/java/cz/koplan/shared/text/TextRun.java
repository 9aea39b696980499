package cz.koplan.shared.text;

import org.jspecify.annotations.Nullable;

/** Text in one style; a line feed in {@code text} is a line break, {@code link} is an http, https or mailto address. */
public record TextRun(
        String text, boolean bold, boolean italic, @Nullable String link) {

    public static TextRun plain(String text) {
        return new TextRun(text, false, false, null);
    }

    public static TextRun bold(String text) {
        return new TextRun(text, true, false, null);
    }
}
