package cz.koplan.situation.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.StillValid;
import cz.koplan.situation.StillValidService;
import java.util.List;

/** Asks whether updates still hold, each answered by one press; a no can be taken back. */
class StillValidPanel extends Section {

    private final transient StillValidService service;
    private final Runnable changed;

    /** @param changed runs after an answer, to show it in the list of updates */
    StillValidPanel(List<StillValid> asked, StillValidService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
        addClassName("still-valid");
        add(new H2(getTranslation("situation.stillValid")));
        asked.forEach(update -> add(question(update)));
    }

    private Div question(StillValid update) {
        String day = Words.day(update.saidOn(), getLocale());
        Span when = new Span(day + " · " + update.groupName());
        when.addClassName("secondary");
        Div text = new Div(new Html("<div>" + Markdown.html(update.text()) + "</div>"));
        text.addClassName("text");
        Div answers = new Div();
        answers.addClassName("answers");
        answers.getElement().setAttribute("role", "status");
        Button yes = new Button(getTranslation("situation.stillValid.yes"), click -> {
            service.confirm(update.member(), update.update());
            answers.removeAll();
            answers.add(new Paragraph(getTranslation("situation.stillValid.confirmed")));
            changed.run();
        });
        yes.setAriaLabel(getTranslation("situation.stillValid.yes.of", day, update.groupName()));
        Button no = new Button(getTranslation("situation.stillValid.no"), click -> {
            service.end(update.member(), update.update());
            Button undo = new Button(getTranslation("situation.stillValid.undo"));
            undo.addClickListener(undone -> {
                service.resume(update.member(), update.update());
                replaceWith(answers, update);
            });
            answers.removeAll();
            answers.add(new Paragraph(getTranslation("situation.stillValid.noted")), undo);
            changed.run();
        });
        no.setAriaLabel(getTranslation("situation.stillValid.no.of", day, update.groupName()));
        answers.add(yes, no);
        return new Div(when, text, answers);
    }

    private void replaceWith(Div answers, StillValid update) {
        answers.getParent().ifPresent(box -> replace(box, question(update)));
        changed.run();
    }
}
