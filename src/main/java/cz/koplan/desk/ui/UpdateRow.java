package cz.koplan.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import cz.koplan.desk.TextPlace;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateOutcome;
import java.util.EnumSet;
import java.util.Set;

/** One organisation at the round table. */
class UpdateRow extends Div {

    private static final Set<Mark> MARKS = EnumSet.of(Mark.NO_NEWS, Mark.ABSENT, Mark.INTERNAL);

    private final Span name = new Span();
    private final Span state = new Span();
    private final TextEditor editor;
    private final DeskActions actions;
    private ProviderUpdate update;

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
        add(name, state, editor);
    }

    void show(ProviderUpdate update) {
        this.update = update;
        name.setText(update.label());
        String words = update.outcome() != null
                ? Words.of(this, update.outcome())
                : update.submitted() != null ? getTranslation("desk.submitted") : "";
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
            case TO_DECISION, TO_INFORMATION, VOTE, REMOVE -> {} // not offered here
        }
    }

    private void toggle(UpdateOutcome outcome) {
        actions.setOutcome(update, update.outcome() == outcome ? null : outcome);
    }
}
