package cz.koplan.shared.files;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody hands over, refused with a clear sentence where it could do harm: too large, with a path instead of
 * a name, or a page or picture that can carry a script.
 */
public record Attachment(String name, byte[] content) {

    /** The media type of everything that is only given back as a download. */
    public static final String MEDIA_TYPE = "application/octet-stream";

    private static final int LONGEST_NAME = 150;
    private static final Pattern MARKUP_NAME =
            Pattern.compile(".*\\.(html?|xhtml?|xht|shtml|mht|mhtml|hta|svgz?|js|mjs|vbs|wsf)");
    private static final Pattern MARKUP = Pattern.compile("(?is).*<\\s*(!doctype\\s+html|html|svg|script|iframe)\\b.*");
    private static final int LOOKED_AT = 4096;

    /** @throws InvalidInputException when the file is refused */
    public Attachment(@Nullable String name, byte[] content) {
        String clean = Input.line(name);
        if (clean == null || clean.contains("/") || clean.contains("\\") || clean.matches("\\.+")) {
            throw new InvalidInputException("files.name");
        }
        if (clean.length() > LONGEST_NAME) {
            throw new InvalidInputException("input.tooLong", LONGEST_NAME, clean.length());
        }
        if (content.length == 0) {
            throw new InvalidInputException("files.empty");
        }
        if (content.length > FileStore.MAX_BYTES) {
            throw new InvalidInputException("files.tooBig", FileStore.MAX_BYTES / 1_000_000);
        }
        if (MARKUP_NAME.matcher(clean.toLowerCase(Locale.ROOT)).matches() || isMarkup(content)) {
            throw new InvalidInputException("files.markup");
        }
        this.name = clean;
        this.content = content;
    }

    /** Looks at the beginning, in any encoding of the Unicode family. */
    private static boolean isMarkup(byte[] content) {
        String start = new String(content, 0, Math.min(LOOKED_AT, content.length), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(ï»¿|ÿþ|þÿ)", "")
                .stripLeading();
        return start.startsWith("<") && MARKUP.matcher(start).matches();
    }
}
