package cz.koplan.shared.text;

import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what turns one text into another: word by word as far as that is cheap, else line by line, else as one
 * replacement. The answer always holds, only coarser the more the texts differ, and the effort has an end.
 */
final class TextChanges {

    /** Comparisons in one attempt: enough for about a thousand replaced words. */
    private static final int EFFORT = 2_000_000;

    /**
     * The characters {@code start} to {@code end} before became {@code from} to {@code to} after. A passage that was
     * only added or only removed often fits at several places with the same outcome: this is the first one, and the
     * change may move by up to {@code room} characters towards the end.
     */
    record Change(int start, int end, int from, int to, int room) {

        Change moved(int distance) {
            return new Change(start + distance, end + distance, from + distance, to + distance, room - distance);
        }

        private boolean isReplacement() {
            return start < end && from < to;
        }
    }

    /** Where a piece ends that starts at an index of a text. */
    private interface Pieces {
        int end(String text, int start);
    }

    private final String before;
    private final String after;

    private TextChanges(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of the text; no two overlap. */
    static List<Change> between(String before, String after) {
        var texts = new TextChanges(before, after);
        return texts.movable(texts.changes());
    }

    /** Whether {@code change} cuts no word where it stands. */
    static boolean isWhole(Change change, String before, String after) {
        return TextTokens.isBoundary(before, change.start)
                && TextTokens.isBoundary(before, change.end)
                && TextTokens.isBoundary(after, change.from)
                && TextTokens.isBoundary(after, change.to);
    }

    private List<Change> changes() {
        Change all = withoutCommonEnds(new Change(0, before.length(), 0, after.length(), 0));
        return compare(all, TextTokens::end, EFFORT)
                .or(() -> compare(all, TextChanges::lineEnd, EFFORT).map(this::wordsWithin))
                .orElse(List.of(all));
    }

    private List<Change> wordsWithin(List<Change> lines) {
        return lines.stream()
                .map(this::withoutCommonEnds)
                .flatMap(line -> compare(line, TextTokens::end, EFFORT / lines.size()).orElse(List.of(line)).stream())
                .toList();
    }

    private static int lineEnd(String text, int start) {
        int lineFeed = text.indexOf('\n', start);
        return lineFeed < 0 ? text.length() : lineFeed + 1;
    }

    /** The changes within {@code passage} in whole pieces; empty when finding them would take too long. */
    private Optional<List<Change>> compare(Change passage, Pieces pieces, int mostComparisons) {
        if (!passage.isReplacement()) {
            boolean nothing = passage.start == passage.end && passage.from == passage.to;
            return Optional.of(nothing ? List.of() : List.of(passage));
        }
        int[] starts = starts(before, passage.start, passage.end, pieces);
        int[] revisedStarts = starts(after, passage.from, passage.to, pieces);
        var numbers = new HashMap<String, Integer>();
        List<Integer> original = numbered(before, starts, numbers);
        List<Integer> revised = numbered(after, revisedStarts, numbers);
        var effort = new Effort(mostComparisons);
        try {
            return Optional.of(new MyersDiff<>(effort::areEqual)
                    .computeDiff(original, revised, effort).stream()
                            .map(delta -> new Change(
                                    starts[delta.startOriginal],
                                    starts[delta.endOriginal],
                                    revisedStarts[delta.startRevised],
                                    revisedStarts[delta.endRevised],
                                    0))
                            .sorted(Comparator.comparingInt(Change::start))
                            .toList());
        } catch (TooFarApart e) {
            return Optional.empty();
        }
    }

    /** Where each piece starts, and the end of the last one. */
    private static int[] starts(String text, int start, int end, Pieces pieces) {
        int[] starts = new int[end - start + 1];
        int count = 0;
        for (int next = start; next < end; next = Math.min(end, pieces.end(text, next))) {
            starts[count++] = next;
        }
        starts[count++] = end;
        return Arrays.copyOf(starts, count);
    }

    /** Numbers that are equal where the pieces are. */
    private static List<Integer> numbered(String text, int[] starts, Map<String, Integer> numbers) {
        var result = new ArrayList<Integer>(starts.length);
        for (int i = 1; i < starts.length; i++) {
            result.add(numbers.computeIfAbsent(text.substring(starts[i - 1], starts[i]), piece -> numbers.size()));
        }
        return result;
    }

    private Change withoutCommonEnds(Change change) {
        int shorter = Math.min(change.end - change.start, change.to - change.from);
        int head = 0;
        while (head < shorter && before.charAt(change.start + head) == after.charAt(change.from + head)) {
            head++;
        }
        while (!isBoundaryOfBoth(change.start + head, change.from + head)) {
            head--;
        }
        int tail = 0;
        while (tail < shorter - head && before.charAt(change.end - 1 - tail) == after.charAt(change.to - 1 - tail)) {
            tail++;
        }
        while (!isBoundaryOfBoth(change.end - tail, change.to - tail)) {
            tail--;
        }
        return new Change(change.start + head, change.end - tail, change.from + head, change.to - tail, 0);
    }

    private boolean isBoundaryOfBoth(int index, int revisedIndex) {
        return TextTokens.isBoundary(before, index) && TextTokens.isBoundary(after, revisedIndex);
    }

    /** Moves every change to its first place and measures the room up to its last one. */
    private List<Change> movable(List<Change> changes) {
        var first = new ArrayList<Change>(changes.size());
        int free = 0;
        for (Change change : changes) {
            Change moved = towardsStart(change, free);
            first.add(moved);
            free = moved.end;
        }
        var result = new ArrayList<Change>(first.size());
        for (int i = 0; i < first.size(); i++) {
            int limit = i + 1 < first.size() ? first.get(i + 1).start : before.length();
            result.add(withRoom(first.get(i), limit));
        }
        return result;
    }

    private Change towardsStart(Change change, int limit) {
        int distance = reach(change, change.start - limit, -1);
        return change.moved(-distance);
    }

    private Change withRoom(Change change, int limit) {
        int room = reach(change, limit - change.end, 1);
        return new Change(change.start, change.end, change.from, change.to, room);
    }

    /** How far a change can move in a direction, at most {@code most}, so that the outcome stays the same. */
    private int reach(Change change, int most, int direction) {
        if (change.isReplacement()) {
            return 0;
        }
        boolean added = change.start == change.end;
        String text = added ? after : before;
        int start = added ? change.from : change.start;
        int end = added ? change.to : change.end;
        int passed = direction < 0 ? -1 : 0;
        int distance = 0;
        while (distance < most
                && text.charAt(start + passed + direction * distance)
                        == text.charAt(end + passed + direction * distance)) {
            distance++;
        }
        while (!isWhole(change.moved(direction * distance), before, after)) {
            distance--;
        }
        return distance;
    }

    /** Counts what the library does and stops it by an exception, the only way it can be stopped. */
    private static final class Effort implements DiffAlgorithmListener {

        private int left;

        Effort(int mostComparisons) {
            left = mostComparisons;
        }

        boolean areEqual(Integer original, Integer revised) {
            spend(1);
            return original.equals(revised);
        }

        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int distance, int most) {
            spend(distance);
        }

        @Override
        public void diffEnd() {}

        private void spend(int comparisons) {
            left -= comparisons;
            if (left < 0) {
                throw new TooFarApart();
            }
        }
    }

    private static final class TooFarApart extends RuntimeException {

        TooFarApart() {
            super("the texts are too far apart", null, false, false);
        }
    }
}
