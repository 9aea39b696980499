package cz.koplan.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says what a place is for while nothing is there, and offers the first step. */
public class EmptyState extends Div {

    public EmptyState(String title, String text, Component... steps) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(text));
        add(steps);
    }
}
