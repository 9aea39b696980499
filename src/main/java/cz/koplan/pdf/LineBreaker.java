package cz.koplan.pdf;

import cz.koplan.pdf.Line.Piece;
import cz.koplan.shared.text.CzechTypography;
import cz.koplan.shared.text.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Breaks the text of one paragraph into lines, greedily and only at spaces.
 *
 * <p>The space at the end of a line is kept (it may reach over the margin), because readers of the structure tree would
 * otherwise join the words around it. A word longer than a line is broken after a character of an address, or anywhere.
 */
final class LineBreaker {

    private static final String ADDRESS_BREAKS = "/.-?&=_@,;:%+#";

    private final String text;
    private final List<TextRun> runs;
    private final int[] runStarts;
    private final Tag[] tags;
    private final Face[] faces;
    private final int[] widths;
    private final TextStyle style;

    private LineBreaker(List<TextRun> runs, Tag tag, TextStyle style) {
        this.runs = runs;
        this.style = style;
        var joined = new StringBuilder();
        runStarts = new int[runs.size()];
        for (int i = 0; i < runs.size(); i++) {
            runStarts[i] = joined.length();
            joined.append(runs.get(i).text());
        }
        tags = tags(tag);
        faces = new Face[joined.length()];
        widths = new int[joined.length()];
        for (int run = 0; run < runs.size(); run++) {
            Face wanted =
                    Face.of(style.bold() || runs.get(run).bold(), runs.get(run).italic());
            int end = run + 1 < runs.size() ? runStarts[run + 1] : joined.length();
            for (int i = runStarts[run]; i < end; i++) {
                char c = joined.charAt(i) == '\n' ? ' ' : joined.charAt(i);
                Face face = wanted.has(c) ? wanted : wanted.fallback();
                if (!face.has(c)) {
                    c = Face.UNKNOWN;
                    joined.setCharAt(i, c);
                }
                faces[i] = face;
                widths[i] = face.width(c);
            }
        }
        text = joined.toString();
    }

    /** Lines between {@code left} and {@code right} (points from the left edge); none if there is nothing to show. */
    static List<Line> lines(List<TextRun> runs, Tag tag, TextStyle style, float left, float right) {
        List<TextRun> clean = new ArrayList<>(runs.size());
        for (TextRun run : runs) {
            clean.add(new TextRun(CleanText.of(run.text()), run.bold(), run.italic(), run.link()));
        }
        return new LineBreaker(CzechTypography.nonBreaking(clean), tag, style).lines(left, right);
    }

    /** One line outside the structure tree; a text that is too long ends with an ellipsis. */
    static Line artifact(String text, TextStyle style, float left, float right, boolean alignRight) {
        List<Line> lines = lines(List.of(TextRun.plain(text)), Tag.document(), style, left, right);
        if (lines.size() > 1) {
            String start = lines.getFirst().pieces().stream().map(Piece::text).collect(Collectors.joining());
            lines = lines(
                    List.of(TextRun.plain(start.strip() + "…")), Tag.document(), style, left, right + style.size());
        }
        Line line = lines.getFirst().asArtifact();
        Piece last = line.pieces().getLast();
        return line.shifted(alignRight ? right - last.x() - last.width() : 0);
    }

    /** An element holds content or children, so text with a link is divided into elements of its own. */
    private Tag[] tags(Tag tag) {
        boolean linked = runs.stream().anyMatch(run -> run.link() != null);
        Tag[] result = new Tag[runs.size()];
        for (int i = 0; i < result.length; i++) {
            TextRun run = runs.get(i);
            boolean continues =
                    i > 0 && Objects.equals(run.link(), runs.get(i - 1).link());
            if (!linked) {
                result[i] = tag;
            } else {
                result[i] = continues ? result[i - 1] : tag.child(run.link() == null ? "Span" : "Link");
            }
        }
        return result;
    }

    private int runAt(int position, int from) {
        int run = from;
        while (run + 1 < runStarts.length && runStarts[run + 1] <= position) {
            run++;
        }
        return run;
    }

    private List<Line> lines(float left, float right) {
        List<Line> lines = new ArrayList<>();
        int available = (int) ((right - left) * 1000 / style.size());
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(start, available);
            lines.add(line(start, end, left));
            start = end;
        }
        return lines;
    }

    private int lineEnd(int start, int available) {
        int width = 0;
        int afterSpace = start;
        int inAddress = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            width += widths[i];
            if (c == ' ') {
                afterSpace = i + 1;
            } else if (width > available && i > start) {
                if (afterSpace > start) {
                    return afterSpace;
                }
                return inAddress > start ? inAddress : i;
            } else if (ADDRESS_BREAKS.indexOf(c) >= 0) {
                inAddress = i + 1;
            }
        }
        return text.length();
    }

    private Line line(int start, int end, float left) {
        List<Piece> pieces = new ArrayList<>(2);
        float x = left;
        int run = runAt(start, 0);
        int from = start;
        int width = 0;
        for (int i = start; i < end; i++) {
            width += widths[i];
            int nextRun = i + 1 < end ? runAt(i + 1, run) : run;
            if (i + 1 == end || faces[i + 1] != faces[i] || tags[nextRun] != tags[run]) {
                float points = width * style.size() / 1000;
                pieces.add(piece(from, i + 1, x, points, run));
                x += points;
                from = i + 1;
                width = 0;
            }
            run = nextRun;
        }
        return new Line(0, style, pieces);
    }

    private Piece piece(int from, int to, float x, float width, int run) {
        String shown = text.substring(from, to).replace('\n', ' ');
        @Nullable String link = runs.get(run).link();
        return new Piece(shown, faces[from], x, width, tags[run], link);
    }
}
