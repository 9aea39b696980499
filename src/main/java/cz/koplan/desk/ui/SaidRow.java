package cz.koplan.desk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import cz.koplan.desk.Owner;
import cz.koplan.desk.ui.DeskActions.Said;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.Vote;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.Task;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry, a decision, a task or a resolution under an agenda item. */
class SaidRow extends Div {

    private final DeskActions actions;
    private final Span kind = new Span();
    private final Span state = new Span();
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
        add(kind, state, editor);
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
        editor.offer(actions.writable() ? marks() : Set.of());
        editor.press(said.internal() ? Set.of(Mark.INTERNAL) : Set.of());
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

    private Set<Mark> marks() {
        Set<Mark> marks = EnumSet.of(Mark.INTERNAL, Mark.REMOVE);
        if (said instanceof Said.OfEntry(var entry)) {
            marks.add(entry.kind() == EntryKind.DECISION ? Mark.TO_INFORMATION : Mark.TO_DECISION);
        }
        if (said.canBeVoted()) {
            marks.add(Mark.VOTE);
        }
        return marks;
    }

    private void mark(Mark mark) {
        switch (mark) {
            case INTERNAL -> actions.toggleInternal(said);
            case TO_DECISION, TO_INFORMATION -> actions.toggleDecision(said);
            case VOTE -> {
                if (said.canBeVoted()) {
                    actions.editVote(said);
                }
            }
            case REMOVE -> actions.remove(said);
            case CONVERT, NO_NEWS, ABSENT -> {} // not offered here
        }
    }
}
