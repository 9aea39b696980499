package cz.koplan.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies on a page, in reading order. Lengths in points from the lower left corner of A4. */
final class Page {

    static final float WIDTH = 595;
    static final float HEIGHT = 842;
    static final float LEFT = 71;
    static final float RIGHT = WIDTH - 71;
    static final float TOP = HEIGHT - 68;
    static final float BOTTOM = 72;

    sealed interface Mark {}

    record Text(Line line, float baseline) implements Mark {}

    /** A filled rectangle without meaning: the lines of tables and titles. */
    record Rule(float x, float y, float width, float height, Color color) implements Mark {}

    record Picture(
            Logo logo,
            float x,
            float y,
            float width,
            float height,
            @Nullable Tag tag) implements Mark {}

    record Bookmark(int level, String text, float top) {}

    final List<Mark> marks = new ArrayList<>();
    final List<Bookmark> bookmarks = new ArrayList<>();
}
