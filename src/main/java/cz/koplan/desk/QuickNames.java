package cz.koplan.desk;

import cz.koplan.shared.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organisations and people a line may mention. One target has as many names as it has labels: the whole name, short
 * names, aliases, the family name. A target's display name is a label of it, too.
 */
public final class QuickNames {

    public static final QuickNames NONE = new QuickNames(List.of());

    public enum Kind {
        ORGANISATION,
        PERSON
    }

    /** One label of the organisation or person {@code id}, and how the minutes write it. */
    public record Name(Kind kind, long id, String label, String displayName) {

        boolean isSameTarget(Name other) {
            return kind == other.kind && id == other.id;
        }
    }

    /** The end of a mention in the line, and whom it can mean: one, or several targets. */
    record Match(int end, List<Name> targets) {}

    /** A label with its folded form and the places where its words begin. */
    record Entry(Name name, String folded) {

        boolean hasWordsFrom(String prefix) {
            int at = folded.indexOf(prefix);
            while (at >= 0) {
                if (at == 0 || !Letters.isWord(folded, at - 1)) {
                    return true;
                }
                at = folded.indexOf(prefix, at + 1);
            }
            return false;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Name>> targets = new HashMap<>();
    private int longest;

    /** @param names in the order in which they are offered: those of the meeting first */
    public QuickNames(List<Name> names) {
        for (Name name : names) {
            add(name);
            add(new Name(name.kind(), name.id(), name.displayName(), name.displayName()));
        }
    }

    private void add(Name name) {
        String label = Input.line(name.label());
        String folded = label == null ? "" : Folded.fold(label);
        if (folded.isBlank()) {
            return;
        }
        List<Name> known = targets.computeIfAbsent(folded, unknown -> new ArrayList<>());
        if (known.stream().noneMatch(name::isSameTarget)) {
            known.add(name);
            entries.add(new Entry(name, folded));
            longest = Math.max(longest, folded.length());
        }
    }

    /** Finds the longest label that begins at {@code from} of the line and ends where a word ends. */
    @Nullable
    Match match(String line, Folded folded, int from) {
        int start = folded.at()[from];
        int end = from;
        while (end < line.length() && folded.at()[end + 1] - start <= longest) {
            end++;
        }
        for (; end > from; end--) {
            if (Letters.isNameEnd(line, end)) {
                List<Name> found = targets.get(folded.between(from, end));
                if (found != null) {
                    return new Match(end, List.copyOf(found));
                }
            }
        }
        return null;
    }

    /** The labels with a word that begins as {@code prefix}, folded; at most one for each target, in the given order. */
    List<Name> startingWith(String prefix, int limit) {
        var found = new ArrayList<Name>();
        for (Entry entry : entries) {
            if (entry.hasWordsFrom(prefix) && found.stream().noneMatch(entry.name()::isSameTarget)) {
                found.add(entry.name());
                if (found.size() == limit) {
                    break;
                }
            }
        }
        return found;
    }

    /** What to type for the target so that it alone is meant; its display name when no label is its own. */
    String unmistakable(Name name) {
        return entries.stream()
                .map(Entry::name)
                .filter(name::isSameTarget)
                .sorted((a, b) -> Boolean.compare(isDisplayName(b), isDisplayName(a)))
                .map(Name::label)
                .filter(this::isItsOwn)
                .findFirst()
                .orElse(name.displayName());
    }

    private static boolean isDisplayName(Name name) {
        return name.label().equals(name.displayName());
    }

    private boolean isItsOwn(String label) {
        String line = Input.line(label);
        return line != null
                && targets.getOrDefault(Folded.fold(line), List.of()).size() == 1;
    }

    int longest() {
        return longest;
    }
}
