package cz.koplan.shared.text;

import cz.koplan.shared.text.TextChanges.Change;
import java.util.List;
import java.util.Optional;

/**
 * Joins what two people made of the same text at the same time.
 *
 * <p>Texts are compared by words and single other characters. Changes with something unchanged between them are both
 * taken, and a change that both made is taken once. Where both changed the same place, or places that touch, only a
 * person can decide. A word added next to a space may stand on either side of it, so it gives way to a change of its
 * neighbour; where giving way could end in two different texts, a person decides as well.
 */
public final class TextMerge {

    private static final int MINE = 1;
    private static final int THEIRS = 2;

    /** Changes of one side on their way into the common text. */
    private static final class Side {

        final int sign;
        final String text;
        final List<Change> changes;
        int next;

        Side(int sign, String base, String text) {
            this.sign = sign;
            this.text = text;
            this.changes = TextChanges.between(base, text);
        }

        boolean isDone() {
            return next == changes.size();
        }

        Change change() {
            return changes.get(next);
        }
    }

    private final String base;
    private final Side mine;
    private final Side theirs;
    private final StringBuilder merged = new StringBuilder();

    /** The end of the text of the base that is merged, and the sides that have the last change before it. */
    private int end;

    private int sides = MINE | THEIRS;

    private TextMerge(String base, String mine, String theirs) {
        this.base = base;
        this.mine = new Side(MINE, base, mine);
        this.theirs = new Side(THEIRS, base, theirs);
    }

    /** The text with the changes of both; empty when a person must decide. It is the same with the sides swapped. */
    public static Optional<String> merge(String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return Optional.of(mine);
        }
        if (mine.equals(base)) {
            return Optional.of(theirs);
        }
        return new TextMerge(base, mine, theirs).merge();
    }

    private Optional<String> merge() {
        while (!mine.isDone() || !theirs.isDone()) {
            if (!takeNext()) {
                return Optional.empty();
            }
        }
        merged.append(base, end, base.length());
        return Optional.of(merged.toString());
    }

    private boolean takeNext() {
        if (theirs.isDone()) {
            return take(mine);
        }
        if (mine.isDone()) {
            return take(theirs);
        }
        Optional<Change> same = same();
        if (same.isPresent()) {
            append(same.get(), mine.text, MINE | THEIRS);
            mine.next++;
            theirs.next++;
            return true;
        }
        boolean mineFirst = canPrecede(mine, theirs);
        if (mineFirst == canPrecede(theirs, mine)) {
            return false;
        }
        return take(mineFirst ? mine : theirs);
    }

    /** The change that both made here, where it can stand at the same place for both. */
    private Optional<Change> same() {
        int start =
                Math.max(end, Math.max(mine.change().start(), theirs.change().start()));
        return place(mine, start)
                .filter(change -> place(theirs, start)
                        .filter(other -> change.start() == other.start()
                                && change.end() == other.end()
                                && textOf(change, mine).equals(textOf(other, theirs)))
                        .isPresent());
    }

    private static String textOf(Change change, Side side) {
        return side.text.substring(change.from(), change.to());
    }

    private boolean canPrecede(Side first, Side second) {
        return place(first, nextStart(first))
                .flatMap(change -> place(second, change.end() + 1))
                .isPresent();
    }

    private boolean take(Side side) {
        Optional<Change> change = place(side, nextStart(side));
        change.ifPresent(placed -> {
            append(placed, side.text, side.sign);
            side.next++;
        });
        return change.isPresent();
    }

    /** Where the next change of a side may start: right after its own last one, but not right after the other's. */
    private int nextStart(Side side) {
        return (sides & side.sign) == 0 ? end + 1 : end;
    }

    /** The next change of a side at its first place from {@code start} on. */
    private Optional<Change> place(Side side, int start) {
        Change change = side.change();
        for (int distance = Math.max(0, start - change.start()); distance <= change.room(); distance++) {
            Change moved = change.moved(distance);
            if (TextChanges.isWhole(moved, base, side.text)) {
                return Optional.of(moved);
            }
        }
        return Optional.empty();
    }

    private void append(Change change, String text, int ofSides) {
        merged.append(base, end, change.start()).append(text, change.from(), change.to());
        end = change.end();
        sides = ofSides;
    }
}
