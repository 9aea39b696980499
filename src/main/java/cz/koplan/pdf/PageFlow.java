package cz.koplan.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Fills pages from top to bottom and decides where one ends. */
final class PageFlow {

    private record Heading(int level, String text, List<Line> lines) {}

    final List<Page> pages = new ArrayList<>();

    /** Headings wait for what follows, so that none is the last thing on a page. */
    private final List<Heading> waiting = new ArrayList<>();

    private Page page = new Page();
    private float y = Page.TOP;

    PageFlow() {
        pages.add(page);
    }

    void heading(int level, String text, List<Line> lines) {
        if (!lines.isEmpty()) {
            waiting.add(new Heading(level, text, lines));
        }
    }

    /** A paragraph; at least two of its lines stay together on either side of a page break. */
    void paragraph(List<Line> lines) {
        int next = 0;
        while (next < lines.size()) {
            int left = lines.size() - next;
            int smallest = left <= 3 ? left : 2;
            reserve(height(lines.subList(next, next + smallest)));
            int fitting = fitting(lines.subList(next, lines.size()));
            int taken = fitting == left ? left : Math.max(smallest, Math.min(fitting, left - 2));
            for (Line line : lines.subList(next, next + taken)) {
                place(line);
            }
            next += taken;
            if (next < lines.size()) {
                newPage();
            }
        }
    }

    /** Makes sure that the next {@code height} points are free on this page, and sets the waiting headings first. */
    void reserve(float height) {
        List<Heading> headings = List.copyOf(waiting);
        waiting.clear();
        float total = height;
        for (Heading heading : headings) {
            total += height(heading.lines);
        }
        if (total > free() && !isAtTop()) {
            newPage();
        }
        for (Heading heading : headings) {
            page.bookmarks.add(new Page.Bookmark(heading.level, heading.text, y));
            heading.lines.forEach(this::place);
        }
    }

    /** Sets a line; the space before it is dropped at the top of a page. */
    void place(Line line) {
        if (!isAtTop()) {
            y -= line.spaceBefore();
        }
        placeAt(line, y);
        y -= line.style().leading();
    }

    void placeAt(Line line, float top) {
        page.marks.add(new Page.Text(line, top - line.style().ascent()));
    }

    void rule(float x, float width, float thickness, Color color) {
        page.marks.add(new Page.Rule(x, y - thickness / 2, width, thickness, color));
    }

    void picture(Page.Picture picture) {
        page.marks.add(picture);
    }

    void skip(float height) {
        y -= height;
    }

    void newPage() {
        page = new Page();
        pages.add(page);
        y = Page.TOP;
    }

    boolean isAtTop() {
        return y == Page.TOP;
    }

    float top() {
        return y;
    }

    float free() {
        return y - Page.BOTTOM;
    }

    private int fitting(List<Line> lines) {
        float left = free();
        int fitting = 0;
        for (Line line : lines) {
            left -= fitting == 0 && isAtTop() ? line.style().leading() : line.height();
            if (left < 0) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    static float height(List<Line> lines) {
        float height = 0;
        for (Line line : lines) {
            height += line.height();
        }
        return height;
    }
}
