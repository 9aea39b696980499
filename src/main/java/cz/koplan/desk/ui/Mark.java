package cz.koplan.desk.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with a whole text of the desk. */
enum Mark {
    NO_NEWS("desk.noNews", null, "Alt B", true),
    ABSENT("desk.absent", null, "Alt A", true),
    TO_DECISION("desk.toDecision", null, "Alt R", false),
    TO_INFORMATION("desk.toInformation", null, "Alt R", false),
    INTERNAL("desk.internal.mark", "lock", "Alt I", true),
    VOTE("desk.vote", "scale", "Alt H", false),
    CONVERT("desk.convert", "arrow-forward", "Alt G", false),
    REMOVE("desk.remove", "close-small", "Alt Delete", false);

    /** What the script needs to draw it. */
    record Drawing(
            String label, @Nullable String icon, @Nullable String key, boolean toggle) {}

    private final String label;
    private final @Nullable String icon;
    private final @Nullable String key;
    private final boolean toggle;

    Mark(String label, @Nullable String icon, @Nullable String key, boolean toggle) {
        this.label = label;
        this.icon = icon;
        this.key = key;
        this.toggle = toggle;
    }

    String label() {
        return label;
    }

    Drawing drawing(String translated) {
        return new Drawing(translated, icon, key, toggle);
    }

    /** The name that the script knows it by, for example {@code no-news}. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Mark> of(String written) {
        return Arrays.stream(values())
                .filter(mark -> mark.written().equals(written))
                .findFirst();
    }

    static String names(Collection<Mark> marks) {
        return marks.stream().map(Mark::written).collect(Collectors.joining(" "));
    }
}
