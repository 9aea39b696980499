package cz.koplan.minutes;

import cz.koplan.minutes.MinutesLines.Line;
import cz.koplan.shared.text.TextComparison;
import cz.koplan.shared.text.TextComparison.Kind;
import cz.koplan.shared.text.TextComparison.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two revisions of minutes side by side, in the order of the later one, with what was removed in its old place.
 *
 * <p>A row is found again by its id. Where ids do not tell, because a revision is old or a row was made anew, it is the
 * one of the same words, of the same name, or, without ids, the next one in turn.
 */
public record Comparison(List<Section> sections) {

    /** A part of the minutes, such as an agenda item. */
    public record Section(Row heading, List<Row> rows) {}

    /**
     * @param moved it stands elsewhere than before
     * @param parts the text in passages, as {@link TextComparison} gives them
     */
    public record Row(RowChange change, boolean moved, List<Part> parts) {

        /** Whether there is anything to look at. */
        public boolean differs() {
            return moved || change != RowChange.SAME;
        }
    }

    /** One of both sides may be missing. */
    private record Pair<T>(@Nullable T before, @Nullable T after, boolean moved) {}

    static Comparison of(MinutesContent before, MinutesContent after) {
        List<MinutesLines.Section> old = MinutesLines.of(before);
        List<MinutesLines.Section> now = MinutesLines.of(after);

        Map<MinutesLines.Section, MinutesLines.Section> sections = new IdentityHashMap<>();
        match(old, now, sections, (a, b) -> a.id() != null && a.id().equals(b.id()));
        match(old, now, sections, (a, b) -> isItem(a) == isItem(b) && a.name().equals(b.name()) && !isItem(a));
        match(
                old,
                now,
                sections,
                (a, b) -> isItem(a) && isItem(b) && a.heading().equals(b.heading()));
        match(old, now, sections, (a, b) -> isItem(a) && isItem(b) && (a.id() == null || b.id() == null));

        Map<Line, Line> lines = new IdentityHashMap<>();
        match(lines(old), lines(now), lines, (a, b) -> a.kind() == b.kind() && a.id() != null && a.id().equals(b.id()));
        sections.forEach((later, earlier) -> matchWithin(earlier.lines(), later.lines(), lines));

        return new Comparison(inOrder(old, now, sections).stream()
                .map(pair -> section(pair, lines))
                .toList());
    }

    private static boolean isItem(MinutesLines.Section section) {
        return section.name().isEmpty();
    }

    private static List<Line> lines(List<MinutesLines.Section> sections) {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    private static void matchWithin(List<Line> before, List<Line> after, Map<Line, Line> lines) {
        match(before, after, lines, (a, b) -> a.kind() == b.kind() && a.text().equals(b.text()));
        match(
                before,
                after,
                lines,
                (a, b) ->
                        a.kind() == b.kind() && !a.name().isEmpty() && a.name().equals(b.name()));
        match(
                before,
                after,
                lines,
                (a, b) -> a.kind() == b.kind()
                        && a.kind() != MinutesLines.Kind.FACT
                        && (a.id() == null || b.id() == null));
    }

    /** Gives those after that have none yet the first of those before that nobody has and that fits. */
    private static <T> void match(List<T> before, List<T> after, Map<T, T> pairs, BiPredicate<T, T> fits) {
        Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        taken.addAll(pairs.values());
        for (T later : after) {
            if (pairs.containsKey(later)) {
                continue;
            }
            for (T earlier : before) {
                if (!taken.contains(earlier) && fits.test(earlier, later)) {
                    pairs.put(later, earlier);
                    taken.add(earlier);
                    break;
                }
            }
        }
    }

    private static Section section(Pair<MinutesLines.Section> pair, Map<Line, Line> lines) {
        List<Line> before = pair.before() == null ? List.of() : pair.before().lines();
        List<Line> after = pair.after() == null ? List.of() : pair.after().lines();
        return new Section(
                row(
                        pair.before() == null ? null : pair.before().heading(),
                        pair.after() == null ? null : pair.after().heading(),
                        pair.moved()),
                inOrder(before, after, lines).stream()
                        .map(line -> row(
                                line.before() == null ? null : line.before().text(),
                                line.after() == null ? null : line.after().text(),
                                line.moved()))
                        .toList());
    }

    private static Row row(@Nullable String before, @Nullable String after, boolean moved) {
        List<Part> parts = TextComparison.words(before == null ? "" : before, after == null ? "" : after);
        RowChange change = before == null
                ? RowChange.ADDED
                : after == null
                        ? RowChange.REMOVED
                        : parts.stream().allMatch(part -> part.kind() == Kind.SAME)
                                ? RowChange.SAME
                                : RowChange.CHANGED;
        return new Row(change, moved, parts);
    }

    /** Whatever keeps its order as a whole stays; the fewest others have moved. */
    private static <T> List<Pair<T>> inOrder(List<T> before, List<T> after, Map<T, T> pairs) {
        Map<T, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i), i);
        }
        int[] oldPlaces = after.stream()
                .mapToInt(later -> {
                    T earlier = pairs.get(later);
                    return earlier == null ? -1 : Objects.requireNonNullElse(places.get(earlier), -1);
                })
                .toArray();
        Set<Integer> staying = longestRising(oldPlaces);
        Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        taken.addAll(pairs.values());

        List<Pair<T>> ordered = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < after.size(); i++) {
            if (staying.contains(i)) {
                addRemoved(before.subList(next, oldPlaces[i]), taken, ordered);
                next = oldPlaces[i] + 1;
            }
            T earlier = pairs.get(after.get(i));
            ordered.add(new Pair<>(earlier, after.get(i), earlier != null && !staying.contains(i)));
        }
        addRemoved(before.subList(next, before.size()), taken, ordered);
        return ordered;
    }

    private static <T> void addRemoved(List<T> before, Set<T> taken, List<Pair<T>> ordered) {
        before.stream()
                .filter(earlier -> !taken.contains(earlier))
                .forEach(earlier -> ordered.add(new Pair<>(earlier, null, false)));
    }

    /** Returns the indices of a longest strictly rising run of numbers, not necessarily neighbours; -1 counts as none. */
    private static Set<Integer> longestRising(int[] numbers) {
        int[] length = new int[numbers.length];
        int[] previous = new int[numbers.length];
        int last = -1;
        for (int i = 0; i < numbers.length; i++) {
            previous[i] = -1;
            if (numbers[i] < 0) {
                continue;
            }
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (numbers[j] >= 0 && numbers[j] < numbers[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        Set<Integer> rising = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            rising.add(i);
        }
        return rising;
    }

    /** Whether both revisions say the same in the same order. */
    public boolean same() {
        return sections.stream()
                .flatMap(section -> Stream.concat(Stream.of(section.heading()), section.rows().stream()))
                .noneMatch(Row::differs);
    }
}
