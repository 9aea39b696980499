package cz.koplan.imports.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import cz.koplan.reading.SourceLine;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The lines of the source with their numbers; {@code light-up.js} ties them to what was understood. */
class SourcePanel extends Section {

    /** A whole year of minutes fits; a longer file is imported whole and shown in part, so that the page stays quick. */
    private static final int SHOWN = 4_000;

    /** Word's bullet in its Symbol font, which no other font shows. */
    private static final char SYMBOL_BULLET = '\uF0B7';

    SourcePanel(List<SourceLine> lines) {
        addClassName("source");
        StringBuilder html = new StringBuilder("<ol class=\"source-lines\" tabindex=\"0\">");
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> html.append("<li data-line=\"")
                        .append(line.number())
                        .append("\">")
                        .append(HtmlUtils.htmlEscape(line.text().replace(SYMBOL_BULLET, '•')))
                        .append("</li>"));
        add(
                new H2(getTranslation("imports.source")),
                new Html(html.append("</ol>").toString()));
        if (lines.size() > SHOWN) {
            add(new Paragraph(getTranslation("imports.source.more", lines.size() - SHOWN)));
        }
    }
}
