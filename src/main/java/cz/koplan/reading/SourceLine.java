package cz.koplan.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One extracted line and the traits its format gives it.
 *
 * @param number from 1
 * @param text as extracted, list mark included; cells of a table row are separated by tabs
 * @param heading 1 to 9 for a heading style, 0 for other text
 * @param strong how many characters from the start of the content are bold
 * @param startsParagraph the format says that this line does not continue the previous one
 * @param row the format says that this is a row of a table
 */
public record SourceLine(
        int number,
        String text,
        Origin origin,
        int heading,
        int strong,
        @Nullable ListMark mark,
        boolean startsParagraph,
        boolean row) {

    /** Where in the file the line stood. Recognisers read the body only; the rest is kept, never interpreted. */
    public enum Origin {
        BODY,
        FOOTNOTE,
        HEADER,
        FOOTER
    }

    /** Columns {@code from} (inclusive) to {@code to} (exclusive) of one table cell. */
    record Cell(int from, int to) {}

    /** No table of minutes is wider; such a line is something else. */
    private static final int MOST_CELLS = 60;

    public boolean isBlank() {
        return text.codePoints().allMatch(Passage::isSpace);
    }

    /** Column where the text after the list mark begins. */
    int contentStart() {
        return mark == null ? 0 : mark.end();
    }

    /** The text without its list mark, white space normalised. */
    public String content() {
        return Passage.normalised(text.substring(contentStart()));
    }

    boolean isStrong() {
        return strong > 0 && strong >= text.substring(contentStart()).strip().length();
    }

    /** Cells separated by tabs or vertical bars, at least two; empty for a line that is no table row. */
    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        int from = contentStart();
        int filled = 0;
        for (int i = from; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\t' || text.charAt(i) == '|') {
                boolean outer = text.substring(from, i).isBlank() && (cells.isEmpty() || i == text.length());
                boolean framed = outer && i < text.length() && text.charAt(i) == '|';
                if (cells.size() == MOST_CELLS) {
                    return List.of();
                }
                boolean behindLastBar = outer && !row && from > 0 && i == text.length();
                if (!framed && !behindLastBar) {
                    cells.add(new Cell(from, i));
                    filled += text.substring(from, i).isBlank() ? 0 : 1;
                }
                from = i + 1;
            }
        }
        boolean certain = row || filled > 1 || text.indexOf('|') >= 0;
        return cells.size() > 1 && certain ? cells : List.of();
    }
}
