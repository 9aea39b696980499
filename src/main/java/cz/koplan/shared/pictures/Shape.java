package cz.koplan.shared.pictures;

/** A piece of a picture; lengths are in pixels at full size, {@code look} is the class that style sheets colour. */
public sealed interface Shape {

    String look();

    record Rect(double x, double y, double width, double height, String look) implements Shape {}

    record Line(double x1, double y1, double x2, double y2, String look) implements Shape {}

    /** @param y of the line the letters stand on */
    record Text(double x, double y, Anchor anchor, String text, String look) implements Shape {}

    /** Which part of a text stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
