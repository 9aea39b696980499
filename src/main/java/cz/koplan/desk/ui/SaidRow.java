package cz.koplan.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.desk.Owner;
import cz.koplan.desk.ui.DeskActions.Said;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.Vote;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.Task;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry, a decision, a task or a resolution under an agenda item. */
class SaidRow extends Div {

    private final DeskActions actions;
    private final Span kind = new Span();
    private final Span state = new Span();
    private final Div marks = new Div();
    private final Button decision = new Button();
    private final Button internal;
    private final Button vote;
    private final TextEditor editor;
    private final @Nullable ComboBox<Owner> owner;
    private final @Nullable DatePicker due;
    private Said said;

    SaidRow(Said said, DeskActions actions) {
        this.said = said;
        this.actions = actions;
        addClassName("desk-line");
        kind.addClassName("desk-kind");
        state.addClassName("tag");
        editor = new TextEditor(said.place(), label(), actions.writable()).onMark(this::mark);
        editor.placeholder(getTranslation("desk.text.placeholder"));
        decision.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        decision.addClickListener(click -> actions.toggleDecision(this.said));
        decision.setVisible(said instanceof Said.OfEntry);
        internal = Words.iconButton(VaadinIcon.LOCK, getTranslation("desk.internal.mark"), () -> mark("internal"));
        vote = Words.iconButton(VaadinIcon.SCALE, getTranslation("desk.vote"), () -> mark("vote"));
        Button remove = Words.iconButton(
                VaadinIcon.CLOSE_SMALL, getTranslation("desk.remove"), () -> actions.remove(this.said));
        marks.add(decision, internal, vote, remove);
        marks.addClassName("desk-marks");
        marks.setVisible(actions.writable());
        Div head = new Div(kind, state, marks);
        head.addClassName("desk-line-head");
        add(head, editor);
        if (said instanceof Said.OfTask && actions.writable()) {
            owner = owner();
            due = Pickers.day("");
            due.setAriaLabel(getTranslation("tasks.due"));
            due.setPlaceholder(getTranslation("tasks.due"));
            due.setClearButtonVisible(true);
            due.addValueChangeListener(change -> {
                if (change.isFromClient() && this.said instanceof Said.OfTask task) {
                    actions.setDue(task.task(), change.getValue());
                }
            });
            Div fields = new Div(owner, due);
            fields.addClassName("desk-task-fields");
            add(fields);
        } else {
            owner = null;
            due = null;
        }
    }

    private ComboBox<Owner> owner() {
        ComboBox<Owner> field = new ComboBox<>();
        field.setAriaLabel(getTranslation("desk.task.owner"));
        field.setPlaceholder(getTranslation("desk.task.owner"));
        field.setItems(actions.owners());
        field.setItemLabelGenerator(Owner::name);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && said instanceof Said.OfTask task) {
                actions.setOwner(task.task(), change.getValue());
            }
        });
        return field;
    }

    private String label() {
        return switch (said) {
            case Said.OfEntry(var entry) -> Words.of(this, entry.kind());
            case Said.OfTask(var task) -> getTranslation("desk.kind.task");
            case Said.OfResolution(var resolution) ->
                getTranslation("desk.kind.resolution")
                        + (resolution.data().number() == null
                                ? ""
                                : " " + resolution.data().number());
        };
    }

    void show(Said said) {
        this.said = said;
        kind.setText(label());
        setClassName("decision", !(said instanceof Said.OfEntry(var entry)) || entry.kind() == EntryKind.DECISION);
        setClassName("internal", said.internal());
        UpdateRow.pressed(internal, said.internal());
        String words = said.internal() ? getTranslation("desk.internal") : "";
        Vote counted = said.vote();
        if (counted != null) {
            String votes =
                    getTranslation("desk.vote.counted", counted.inFavour(), counted.against(), counted.abstained());
            words = words.isEmpty() ? votes : words + " · " + votes;
        }
        if (said instanceof Said.OfTask(var task)
                && (!actions.writable() || task.data().ownerLabel() != null)) {
            String who = who(task);
            words = words.isEmpty() ? who : words + " · " + who;
        }
        state.setText(words);
        state.setVisible(!words.isEmpty());
        vote.setVisible(said.canBeVoted());
        decision.setText(getTranslation(
                said instanceof Said.OfEntry(var entry) && entry.kind() == EntryKind.DECISION
                        ? "desk.toInformation"
                        : "desk.toDecision"));
        editor.show(said.version(), said.text());
        if (said instanceof Said.OfTask(var task) && owner != null && due != null) {
            Owner now = task.data().ownerPerson() == null && task.data().ownerOrganisation() == null
                    ? null
                    : new Owner(
                            task.data().ownerPerson(),
                            task.data().ownerOrganisation(),
                            Objects.requireNonNullElse(
                                    task.personName() != null ? task.personName() : task.organisationName(), ""));
            if (!Objects.equals(owner.getValue(), now)) {
                owner.setValue(now);
            }
            if (!Objects.equals(due.getValue(), task.data().due())) {
                due.setValue(task.data().due());
            }
        }
    }

    private String who(Task task) {
        String who = task.personName() != null
                ? task.personName()
                : task.organisationName() != null
                        ? task.organisationName()
                        : Objects.requireNonNullElse(task.data().ownerLabel(), "");
        return task.data().due() == null
                ? who
                : who + " · " + Words.day(task.data().due(), getLocale());
    }

    private void mark(String mark) {
        switch (mark) {
            case "internal" -> actions.toggleInternal(said);
            case "vote" -> {
                if (said.canBeVoted()) {
                    actions.editVote(said);
                }
            }
            default -> {} // a mark of other texts
        }
    }
}
