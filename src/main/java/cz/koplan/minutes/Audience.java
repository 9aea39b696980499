package cz.koplan.minutes;

import cz.koplan.shared.text.InternalPassages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who reads a version of the minutes. */
public enum Audience {
    INTERNAL,
    PUBLIC;

    /** What legacy documents bring along; a title of nothing else must count as empty. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");

    /** Markdown as this audience may read it. */
    String markdown(String text) {
        return this == PUBLIC ? InternalPassages.publicText(text) : InternalPassages.internalText(text);
    }

    /** Whether a whole entry for the group only is closed to this audience, which then reads […] in its place. */
    boolean hides(boolean internal) {
        return this == PUBLIC && internal;
    }

    /** Plain text (titles, labels, places); a mark of an internal passage in it counts although it is not expected. */
    String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String allowed = this == PUBLIC ? InternalPassages.publicPlainText(text) : text;
        return INVISIBLE.matcher(allowed).replaceAll("").strip();
    }

    /** The name of a person, or an empty text where this audience must not read it. */
    String name(@Nullable String name, boolean publishName) {
        return this == INTERNAL || publishName ? plain(name) : "";
    }
}
