package cz.koplan.desk;

import java.util.Locale;
import java.util.Optional;

/** A text of the minutes that can be typed into; written {@code entry-12}, as the elements of the page are called. */
public record TextPlace(Kind kind, long id) {

    public enum Kind {
        ENTRY,
        UPDATE,
        TASK,
        RESOLUTION
    }

    /** Reads a written place; empty when it is none. */
    public static Optional<TextPlace> parse(String written) {
        int dash = written.indexOf('-');
        for (Kind kind : Kind.values()) {
            if (dash > 0 && kind.name().equalsIgnoreCase(written.substring(0, dash))) {
                try {
                    return Optional.of(new TextPlace(kind, Long.parseLong(written.substring(dash + 1))));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + id;
    }
}
