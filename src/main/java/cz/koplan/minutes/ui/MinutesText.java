package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;

/** A text of the minutes as one reads it, with a mark where the public will not read all of it. */
class MinutesText extends Div {

    /** @param internal whether all of it is for the group only */
    MinutesText(String text, boolean internal) {
        addClassName("text");
        // The writer escapes what the text brings along, so the result holds no markup of the person's own.
        add(new Html("<div>" + Markdown.html(InternalPassages.internalText(text)) + "</div>"));
        if (internal || InternalPassages.isIn(text)) {
            Span mark = new Span(
                    VaadinIcon.LOCK.create(),
                    new Span(getTranslation(internal ? "minutes.internal.whole" : "minutes.internal")));
            mark.addClassName("tag");
            add(mark);
        }
    }
}
