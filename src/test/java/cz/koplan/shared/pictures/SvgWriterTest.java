package cz.koplan.shared.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SvgWriterTest {

    @Test
    void shapesAreWrittenInOrderWithClassesInsteadOfColours() {
        var picture = new Picture(
                10,
                20.5,
                "Co je vidět",
                List.of(
                        new Shape.Rect(1, 2.345, 3, 1.0 / 3, "bar"),
                        new Shape.Line(0, 0, 10, 0, "axis"),
                        new Shape.Text(5, 6, Shape.Anchor.END, "Hora", "label")));

        assertThat(SvgWriter.write(picture))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\""
                        + " viewBox=\"0 0 10 20.5\" aria-label=\"Co je vidět\">"
                        + "<rect x=\"1\" y=\"2.35\" width=\"3\" height=\"0.33\" class=\"bar\"/>"
                        + "<line x1=\"0\" y1=\"0\" x2=\"10\" y2=\"0\" class=\"axis\"/>"
                        + "<text x=\"5\" y=\"6\" text-anchor=\"end\" class=\"label\">Hora</text></svg>");
    }

    @Test
    void textsCannotBreakOut() throws Exception {
        String hostile = "\"><script>alert(1)</script>&amp;'";
        String svg = SvgWriter.write(
                new Picture(1, 1, hostile, List.of(new Shape.Text(0, 0, Shape.Anchor.START, hostile, hostile))));

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getAttribute("aria-label")).isEqualTo(hostile);
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo(hostile);
    }
}
