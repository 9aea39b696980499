package cz.koplan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page of the application: its heading, its actions at the top right, its content below. */
public abstract class Screen extends Main implements HasDynamicTitle {

    private final H1 heading = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    protected Screen() {
        addClassName("screen");
        // The target of the skip link.
        setId("content");
        getElement().setAttribute("tabindex", "-1");
        Div titles = new Div(heading, subtitle);
        titles.addClassName("screen-titles");
        subtitle.addClassName("secondary");
        subtitle.setVisible(false);
        actions.addClassName("screen-actions");
        Header header = new Header(titles, actions);
        header.addClassName("screen-header");
        add(header);
    }

    protected final void setHeading(String text) {
        heading.setText(text);
    }

    protected final void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Puts the actions at the top right, the primary one last, so that it stands in the corner. */
    protected final void setActions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " – Koplán";
    }
}
