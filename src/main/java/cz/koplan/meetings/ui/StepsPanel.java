package cz.koplan.meetings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingLifeCycle;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.Step;
import cz.koplan.meetings.TakenStep;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The steps that the meeting took, and those it may take besides beginning. */
class StepsPanel extends Section {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    private final AgendaPage page;
    private final LifeCycleService lifeCycles;
    private final Runnable refresh;

    StepsPanel(AgendaPage page, LifeCycleService lifeCycles, Runnable refresh) {
        this.page = page;
        this.lifeCycles = lifeCycles;
        this.refresh = refresh;
        List<TakenStep> taken = lifeCycles.steps(page.meeting().id());
        List<Step<MeetingState>> possible = page.writable()
                ? MeetingLifeCycle.from(page.meeting().state()).stream()
                        // Beginning is the primary action at the top.
                        .filter(step -> step.reasonNeeded() || step.to() != MeetingState.IN_PROGRESS)
                        .toList()
                : List.of();
        add(new H2(getTranslation("meetings.steps")));
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        taken.forEach(step -> list.add(line(step)));
        add(list);
        Div buttons = new Div();
        buttons.addClassName("possible-steps");
        possible.forEach(step -> buttons.add(button(step)));
        add(buttons);
        setVisible(!taken.isEmpty() || !possible.isEmpty());
    }

    private ListItem line(TakenStep step) {
        LocalDateTime at = LocalDateTime.ofInstant(step.takenAt(), ZONE);
        Span when = new Span(Words.day(at.toLocalDate(), getLocale()) + " " + Words.time(at.toLocalTime(), getLocale())
                + " · " + step.takenBy());
        when.addClassName("secondary");
        Div what = new Div(new Span(Words.of(this, step.from()) + " → " + Words.of(this, step.to())), when);
        if (step.reason() != null) {
            Span reason = new Span(step.reason());
            reason.addClassName("secondary");
            what.add(reason);
        }
        return new ListItem(what);
    }

    private Button button(Step<MeetingState> step) {
        String label = label(step);
        Button button = new Button(label, click -> {
            if (step.reasonNeeded() || step.to() == MeetingState.CANCELLED) {
                ask(step, label);
            } else {
                take(step, "");
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private String label(Step<MeetingState> step) {
        return switch (step.to()) {
            case INVITED -> getTranslation("meetings.step.invited");
            case HELD -> getTranslation("meetings.step.held");
            case CANCELLED -> getTranslation("meetings.step.cancel");
            case PLANNED -> getTranslation("meetings.step.backToPlanned");
            case IN_PROGRESS -> getTranslation("meetings.step.backToProgress");
        };
    }

    private void ask(Step<MeetingState> step, String label) {
        TextArea reason = new TextArea(getTranslation("meetings.step.reason"));
        reason.setRequiredIndicatorVisible(step.reasonNeeded());
        reason.setMaxLength(2000);
        reason.focus();
        new FormDialog(label + ": " + page.meeting().data().title(), () -> take(step, reason.getValue()), reason)
                .open();
    }

    private void take(Step<MeetingState> step, String reason) {
        lifeCycles.step(page.meeting().id(), step.to(), reason);
        refresh.run();
    }
}
