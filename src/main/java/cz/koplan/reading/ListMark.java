package cz.koplan.reading;

import org.jspecify.annotations.Nullable;

/**
 * The bullet or number that opens a line.
 *
 * @param symbol as it stands in the line, for example {@code •} or {@code 2.}
 * @param depth columns of indentation (text) or level of the list (DOCX); only compared within one file
 * @param number the value of a numbered mark, null for a bullet
 * @param end column of the line where the text after the mark begins
 */
public record ListMark(String symbol, int depth, @Nullable Integer number, int end) {

    boolean isBullet() {
        return number == null;
    }

    /** Word's inner lists use a small circle or a dash where the outer one has a disc, even at the same indentation. */
    boolean isDeeperThan(ListMark outer) {
        if (depth > outer.depth + 1) {
            return true;
        }
        return depth >= outer.depth && isBullet() && outer.isBullet() && rank() > outer.rank();
    }

    private int rank() {
        return switch (symbol) {
            case "•", "\uF0B7", "·", "●" -> 0;
            default -> 1;
        };
    }
}
