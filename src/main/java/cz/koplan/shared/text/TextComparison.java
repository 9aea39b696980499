package cz.koplan.shared.text;

import cz.koplan.shared.text.TextChanges.Change;
import java.util.ArrayList;
import java.util.List;

/** Marks what differs between two versions of a text, so that a person can read them side by side. */
public final class TextComparison {

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A passage that is never empty. */
    public record Part(Kind kind, String text) {}

    private TextComparison() {}

    /**
     * The whole text in passages: those not {@code ADDED} make exactly {@code before}, those not {@code REMOVED}
     * exactly {@code after}. No two neighbours are of one kind, and what was removed comes before what replaces it.
     * Spaces between two replaced words count as replaced, so that a rewritten sentence reads as one.
     */
    public static List<Part> words(String before, String after) {
        var parts = new ArrayList<Part>();
        int end = 0;
        for (Change change : readable(before, after)) {
            add(parts, Kind.SAME, before.substring(end, change.start()));
            add(parts, Kind.REMOVED, before.substring(change.start(), change.end()));
            add(parts, Kind.ADDED, after.substring(change.from(), change.to()));
            end = change.end();
        }
        add(parts, Kind.SAME, before.substring(end));
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, Kind kind, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text));
        }
    }

    /** A passage that could stand at several places stands at the last one: a new word before its space. */
    private static List<Change> readable(String before, String after) {
        var changes = new ArrayList<Change>();
        for (Change found : TextChanges.between(before, after)) {
            Change change = found.moved(found.room());
            if (!changes.isEmpty() && belongTogether(changes.getLast(), change, before)) {
                Change last = changes.removeLast();
                change = new Change(last.start(), change.end(), last.from(), change.to(), 0);
            }
            changes.add(change);
        }
        return changes;
    }

    private static boolean belongTogether(Change left, Change right, String before) {
        boolean replaced = (left.start() < left.end() || right.start() < right.end())
                && (left.from() < left.to() || right.from() < right.to());
        return left.end() == right.start()
                || replaced
                        && before.substring(left.end(), right.start()).chars().allMatch(c -> c == ' ');
    }
}
