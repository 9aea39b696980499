package cz.koplan.pdf;

import java.awt.Color;

/** Size and leading (height of a line) in points. */
record TextStyle(float size, float leading, boolean bold, Color color) {

    static final Color INK = new Color(0x1f, 0x24, 0x24);
    static final Color ACCENT = new Color(0x0b, 0x5c, 0x5c);
    static final Color QUIET = new Color(0x55, 0x5c, 0x5c);
    static final Color HAIRLINE = new Color(0xcf, 0xd6, 0xd6);

    static final TextStyle BODY = new TextStyle(11, 15.5f, false, INK);
    static final TextStyle CELL = new TextStyle(10, 13.5f, false, INK);
    static final TextStyle CELL_HEADER = new TextStyle(9.5f, 13.5f, true, ACCENT);
    static final TextStyle SMALL = new TextStyle(8.5f, 11, false, QUIET);

    static TextStyle heading(int level) {
        return switch (level) {
            case 1 -> new TextStyle(20, 25, true, INK);
            case 2 -> new TextStyle(13.5f, 18, true, ACCENT);
            case 3 -> new TextStyle(11.5f, 16, true, INK);
            default -> new TextStyle(11, 15.5f, true, INK);
        };
    }

    /** From the top of the line down to its baseline; 0.905 and 1.15 are ascent and line height of Liberation Sans. */
    float ascent() {
        return size * 0.905f + (leading - size * 1.15f) / 2;
    }
}
