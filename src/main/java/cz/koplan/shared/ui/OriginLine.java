package cz.koplan.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import cz.koplan.shared.refs.RefNames;
import java.util.List;

/** Says what a thing came from, with the way there; invisible where that is not known. */
public class OriginLine extends Div {

    public OriginLine(List<RefNames.Named> origins) {
        addClassName("origin");
        add(new Span(getTranslation("origins.from")));
        origins.forEach(origin -> {
            String words =
                    origin.day() == null ? origin.name() : origin.name() + ", " + Words.day(origin.day(), getLocale());
            add(origin.path() == null ? new Span(words) : new Anchor(origin.path(), words));
        });
        setVisible(!origins.isEmpty());
    }
}
