package cz.koplan.shared.pictures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes a picture as SVG that fits the width it is given; colours come from style sheets. */
public final class SvgWriter {

    private final StringBuilder svg = new StringBuilder();

    private SvgWriter() {}

    public static String write(Picture picture) {
        var writer = new SvgWriter();
        writer.picture(picture);
        return writer.svg.toString();
    }

    private void picture(Picture picture) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" viewBox=\"0 0 ")
                .append(number(picture.width()))
                .append(' ')
                .append(number(picture.height()))
                .append('"');
        attribute("aria-label", picture.alternative());
        svg.append('>');
        picture.shapes().forEach(this::shape);
        svg.append("</svg>");
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Shape.Rect rect -> {
                svg.append("<rect");
                attribute("x", number(rect.x()));
                attribute("y", number(rect.y()));
                attribute("width", number(rect.width()));
                attribute("height", number(rect.height()));
                attribute("class", rect.look());
                svg.append("/>");
            }
            case Shape.Line line -> {
                svg.append("<line");
                attribute("x1", number(line.x1()));
                attribute("y1", number(line.y1()));
                attribute("x2", number(line.x2()));
                attribute("y2", number(line.y2()));
                attribute("class", line.look());
                svg.append("/>");
            }
            case Shape.Text text -> {
                svg.append("<text");
                attribute("x", number(text.x()));
                attribute("y", number(text.y()));
                attribute("text-anchor", anchor(text.anchor()));
                attribute("class", text.look());
                svg.append('>').append(escaped(text.text())).append("</text>");
            }
        }
    }

    private static String anchor(Shape.Anchor anchor) {
        return switch (anchor) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
    }

    private void attribute(String name, String value) {
        svg.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
