package cz.koplan.shared.pictures;

import java.util.List;

/**
 * A picture in pixels at full size; later shapes cover earlier ones.
 *
 * @param alternative what it says to those who do not see it
 */
public record Picture(double width, double height, String alternative, List<Shape> shapes) {

    public Picture {
        shapes = List.copyOf(shapes);
    }
}
