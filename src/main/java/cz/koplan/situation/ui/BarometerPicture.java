package cz.koplan.situation.ui;

import cz.koplan.shared.pictures.Picture;
import cz.koplan.shared.pictures.Shape;
import java.util.ArrayList;
import java.util.List;

/** One signal over time: a row of columns per locality, all on one scale, so that pictures of signals compare. */
final class BarometerPicture {

    /** @param numbers one per quarter */
    record Row(String locality, List<Integer> numbers) {}

    private static final double WIDTH = 360;
    private static final double LABELS = 120;
    /** Room for half of the last label. */
    private static final double RIGHT = 20;

    private static final double ROW = 34;
    private static final double TALLEST = 24;
    private static final double TOP = 4;
    private static final double AXIS = 22;
    private static final int LABEL_CHARACTERS = 18;

    private BarometerPicture() {}

    /**
     * @param quarters what stands under the columns
     * @param largest the number that the tallest column stands for
     */
    static Picture of(List<String> quarters, List<Row> rows, int largest, String alternative) {
        List<Shape> shapes = new ArrayList<>();
        double slot = (WIDTH - LABELS - RIGHT) / Math.max(1, quarters.size());
        double bottom = TOP;
        for (Row row : rows) {
            bottom += ROW;
            shapes.add(new Shape.Text(
                    LABELS - 8, bottom - 6, Shape.Anchor.END, shortened(row.locality()), "picture-label"));
            for (int i = 0; i < row.numbers().size(); i++) {
                int number = row.numbers().get(i);
                if (number > 0) {
                    double height = Math.max(2, TALLEST * number / Math.max(1, largest));
                    shapes.add(new Shape.Rect(
                            LABELS + i * slot + slot * 0.15, bottom - height, slot * 0.7, height, "picture-column"));
                }
            }
            shapes.add(new Shape.Line(LABELS, bottom, WIDTH - RIGHT, bottom, "picture-line"));
        }
        // Labels must not run into each other.
        int step = (int) Math.ceil(44 / slot);
        for (int i = quarters.size() - 1; i >= 0; i -= step) {
            shapes.add(new Shape.Text(
                    LABELS + (i + 0.5) * slot, bottom + 16, Shape.Anchor.MIDDLE, quarters.get(i), "picture-tick"));
        }
        return new Picture(WIDTH, bottom + AXIS, alternative, shapes);
    }

    private static String shortened(String label) {
        return label.length() <= LABEL_CHARACTERS ? label : label.substring(0, LABEL_CHARACTERS - 1) + "…";
    }
}
