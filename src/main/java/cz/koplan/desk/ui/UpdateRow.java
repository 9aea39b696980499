package cz.koplan.desk.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import cz.koplan.desk.TextPlace;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.Outcome;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One organisation at the round table. */
class UpdateRow extends Div {

    private static final Set<Mark> MARKS = EnumSet.of(Mark.NO_NEWS, Mark.ABSENT, Mark.INTERNAL, Mark.CONVERT);

    private final Span name = new Span();
    private final Span state = new Span();
    private final TextEditor editor;
    private final Div report = new Div();
    private final DeskActions actions;
    private ProviderUpdate update;
    private @Nullable Reported shown;

    /** What stands below the text, to draw it anew only when it changed. */
    private record Reported(
            ProviderUpdate.Report report, @Nullable String submitted, List<Outcome> outcomes) {}

    UpdateRow(ProviderUpdate update, DeskActions actions) {
        this.update = update;
        this.actions = actions;
        addClassName("desk-line");
        name.addClassName("strong");
        state.addClassName("tag");
        editor = new TextEditor(
                        new TextPlace(TextPlace.Kind.UPDATE, update.id().value()), update.label(), actions.writable())
                .toFill()
                .onMark(this::mark);
        editor.offer(actions.writable() ? MARKS : Set.of());
        report.addClassName("desk-report");
        add(name, state, editor, report);
    }

    void show(ProviderUpdate update) {
        this.update = update;
        name.setText(update.label());
        String words = update.outcome() != null
                ? Words.of(this, update.outcome())
                : update.submitted() != null && update.report().submittedAt() == null
                        ? getTranslation("desk.submitted")
                        : "";
        if (update.internal()) {
            words = words.isEmpty() ? getTranslation("desk.internal") : words + " · " + getTranslation("desk.internal");
        }
        state.setText(words);
        state.setVisible(!words.isEmpty());
        setClassName("internal", update.internal());
        Set<Mark> pressed = EnumSet.noneOf(Mark.class);
        if (update.outcome() != null) {
            pressed.add(mark(update.outcome()));
        }
        if (update.internal()) {
            pressed.add(Mark.INTERNAL);
        }
        editor.press(pressed);
        editor.setSettled(update.outcome() != null);
        editor.show(update.version(), update.data().text());
        showReport();
    }

    private void showReport() {
        Reported now = new Reported(update.report(), update.submitted(), actions.outcomes(update.id()));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        report.removeAll();
        report.add(actions.details(update));
        if (update.report().resubmitted() && update.submitted() != null) {
            report.add(laterText(update.submitted()));
        }
    }

    /** Both texts are there; a person decides which one the minutes keep. */
    private Div laterText(String submitted) {
        Span head = new Span(getTranslation("desk.later"));
        head.addClassName("strong");
        // The writer escapes what the text brings along.
        Div text = new Div(new Html("<div>" + Markdown.html(InternalPassages.internalText(submitted)) + "</div>"));
        text.addClassName("text");
        Div later = new Div(head, text);
        later.addClassName("desk-later");
        later.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("desk.later"));
        if (actions.writable()) {
            later.add(
                    new Button(getTranslation("desk.later.take"), click -> actions.takeOver(update)),
                    new Button(getTranslation("desk.later.keep"), click -> actions.keepRecorded(update)));
        }
        return later;
    }

    private static Mark mark(UpdateOutcome outcome) {
        return switch (outcome) {
            case NO_NEWS -> Mark.NO_NEWS;
            case ABSENT -> Mark.ABSENT;
        };
    }

    private void mark(Mark mark) {
        switch (mark) {
            case NO_NEWS -> toggle(UpdateOutcome.NO_NEWS);
            case ABSENT -> toggle(UpdateOutcome.ABSENT);
            case INTERNAL -> actions.setInternal(update, !update.internal());
            case CONVERT -> actions.convert(update);
            case TO_DECISION, TO_INFORMATION, VOTE, REMOVE -> {} // not offered here
        }
    }

    private void toggle(UpdateOutcome outcome) {
        actions.setOutcome(update, update.outcome() == outcome ? null : outcome);
    }
}
