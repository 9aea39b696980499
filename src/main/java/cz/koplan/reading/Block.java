package cz.koplan.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive lines that form one paragraph.
 *
 * @param afterGap a blank line stands before it
 */
record Block(int index, List<SourceLine> lines, boolean afterGap) {

    SourceLine first() {
        return lines.getFirst();
    }

    @Nullable
    ListMark mark() {
        return first().mark();
    }

    boolean isBullet() {
        ListMark mark = mark();
        return mark != null && mark.isBullet();
    }

    @Nullable
    Integer number() {
        ListMark mark = mark();
        return mark == null ? null : mark.number();
    }

    static List<Block> of(SourceText source) {
        int width = wrapWidth(source);
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<SourceLine>();
        boolean gap = false;
        boolean openAfterGap = false;
        for (SourceLine line : source.lines()) {
            if (line.origin() != SourceLine.Origin.BODY) {
                continue;
            }
            if (line.isBlank()) {
                gap = true;
                continue;
            }
            if (!open.isEmpty() && (gap || !continues(open.getLast(), line, width))) {
                blocks.add(new Block(blocks.size(), List.copyOf(open), openAfterGap));
                open.clear();
            }
            if (open.isEmpty()) {
                openAfterGap = gap;
            }
            open.add(line);
            gap = false;
        }
        if (!open.isEmpty()) {
            blocks.add(new Block(blocks.size(), List.copyOf(open), openAfterGap));
        }
        return blocks;
    }

    /**
     * A line was wrapped by the machine when the next word would not have fitted on it; a line that ends earlier was
     * ended by the author. Lines of proportional type differ in length, hence the tolerance.
     */
    private static boolean continues(SourceLine line, SourceLine next, int width) {
        if (next.startsParagraph()
                || next.mark() != null
                || next.heading() > 0
                || line.heading() > 0
                || !next.cells().isEmpty()
                || !line.cells().isEmpty()
                || Label.of(next.content()) != null) {
            return false;
        }
        String text = line.text().strip();
        String nextText = next.text().strip();
        char last = text.charAt(text.length() - 1);
        if (last == ':') {
            return false;
        }
        boolean sentenceEnds = last == '.' || last == '!' || last == '?';
        if (last == ','
                || last == '-'
                || last == '\u00AD'
                || (Character.isLowerCase(nextText.charAt(0)) && !sentenceEnds)) {
            return true;
        }
        if (text.length() > LONGEST_WRAP) {
            return false;
        }
        int space = nextText.indexOf(' ');
        int needed = text.length() + 1 + (space < 0 ? nextText.length() : space);
        return needed > width * (sentenceEnds ? 0.85 : 0.65);
    }

    private static final int LONGEST_WRAP = 160;

    /**
     * How long lines grow before the machine wraps them: at least as long as those that break off in mid-sentence.
     * Where no line does, the author ended them all.
     */
    private static int wrapWidth(SourceText source) {
        int wrapped = 0;
        String before = "";
        for (SourceLine line : source.lines()) {
            String text = line.text().strip();
            boolean midSentence = !text.isEmpty()
                    && line.mark() == null
                    && Character.isLowerCase(text.charAt(0))
                    && !before.isEmpty()
                    && before.length() <= LONGEST_WRAP
                    && ".!?:".indexOf(before.charAt(before.length() - 1)) < 0;
            wrapped = midSentence ? Math.max(wrapped, before.length()) : wrapped;
            before = text;
        }
        if (wrapped == 0) {
            return NEVER;
        }
        int[] lengths = source.lines().stream()
                .mapToInt(line -> line.text().strip().length())
                .filter(length -> length > 0 && length <= LONGEST_WRAP)
                .sorted()
                .toArray();
        // One or two odd lines are no measure.
        return Math.max(wrapped, lengths[Math.max(0, lengths.length - 3)]);
    }

    private static final int NEVER = Integer.MAX_VALUE;
}
