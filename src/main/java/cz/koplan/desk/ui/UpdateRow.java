package cz.koplan.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.desk.TextPlace;
import cz.koplan.shared.ui.Words;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateOutcome;

/** One organisation at the round table. */
class UpdateRow extends Div {

    private final Span name = new Span();
    private final Span state = new Span();
    private final Button noNews;
    private final Button absent;
    private final Button internal;
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
        noNews = toggle("desk.noNews", "Alt B", "no-news");
        absent = toggle("desk.absent", "Alt A", "absent");
        internal = Words.iconButton(
                VaadinIcon.LOCK, getTranslation("desk.internal.of", update.label()), () -> mark("internal"));
        Div marks = new Div(noNews, absent, internal);
        marks.addClassName("desk-marks");
        marks.setVisible(actions.writable());
        Div head = new Div(name, state, marks);
        head.addClassName("desk-line-head");
        add(head, editor);
    }

    private Button toggle(String key, String shortcut, String mark) {
        Button button = new Button(getTranslation(key), click -> mark(mark));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key) + ": " + update.label());
        button.setTooltipText(shortcut);
        return button;
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
        pressed(noNews, update.outcome() == UpdateOutcome.NO_NEWS);
        pressed(absent, update.outcome() == UpdateOutcome.ABSENT);
        pressed(internal, update.internal());
        editor.setSettled(update.outcome() != null);
        editor.show(update.version(), update.data().text());
    }

    static void pressed(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    private void mark(String mark) {
        switch (mark) {
            case "no-news" -> toggle(UpdateOutcome.NO_NEWS);
            case "absent" -> toggle(UpdateOutcome.ABSENT);
            case "internal" -> actions.setInternal(update, !update.internal());
            default -> {} // a mark of other texts
        }
    }

    private void toggle(UpdateOutcome outcome) {
        actions.setOutcome(update, update.outcome() == outcome ? null : outcome);
    }
}
