package cz.koplan.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cleans and bounds what people type into single-line fields, before it is stored. */
public final class Input {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u00AD\\u200B-\\u200D]]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private Input() {}

    /** Returns the line without control characters and needless space, composed (NFC); null when nothing is left. */
    public static @Nullable String line(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String clean = SPACE.matcher(CONTROL.matcher(typed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return clean.isEmpty() ? null : Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** @throws InvalidInputException when the line is longer than {@code max} characters */
    public static @Nullable String line(@Nullable String typed, int max) {
        String line = line(typed);
        if (line != null && line.length() > max) {
            throw new InvalidInputException("input.tooLong", max, line.length());
        }
        return line;
    }

    /** @throws InvalidInputException when nothing is left or it is longer than {@code max} characters */
    public static String required(@Nullable String typed, int max) {
        String line = line(typed, max);
        if (line == null) {
            throw new InvalidInputException("input.required");
        }
        return line;
    }

    /** Returns Markdown as {@link #text} does, but with the space at its ends, which somebody may still type on. */
    public static String typed(@Nullable String typed, int max) {
        if (typed == null) {
            return "";
        }
        String clean = typed.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        if (clean.length() > max) {
            throw new InvalidInputException("input.tooLong", max, clean.length());
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /**
     * Returns Markdown with unified line ends and without other control characters, composed (NFC).
     *
     * @throws InvalidInputException when it is longer than {@code max} characters
     */
    public static String text(@Nullable String typed, int max) {
        return typed(typed == null ? null : typed.strip(), max).strip();
    }
}
