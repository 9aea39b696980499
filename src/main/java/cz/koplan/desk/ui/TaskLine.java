package cz.koplan.desk.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.OpenTask;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.tasks.ui.TasksNavigation;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task within the check of tasks. While the focus is within the line, S ticks it, Z cancels it and O postpones it; the
 * letters are those of the Czech words, as the tooltips say.
 */
class TaskLine extends ListItem {

    static final String ITS_KEYS = "!event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat"
            + " && 'szo'.includes(event.key.toLowerCase())";

    private final TaskService tasks;
    private final TaskId id;
    private final MeetingId meeting;
    private final boolean writable;
    private final Runnable changed;

    private final Checkbox done = new Checkbox();
    private final Div text = new Div();
    private final Span facts = new Span();
    private final Span late;
    private final Span closed = new Span();
    private final Div note = new Div();
    private final Button cancel;
    private final Button postpone;
    private final Button addNote;
    private final Button reopen;
    private @Nullable OpenTask shown;

    TaskLine(TaskService tasks, TaskId id, MeetingId meeting, boolean writable, Runnable changed) {
        this.tasks = tasks;
        this.id = id;
        this.meeting = meeting;
        this.writable = writable;
        this.changed = changed;

        done.setTooltipText(getTranslation("desk.tasks.key", getTranslation("tasks.finish"), "S"));
        done.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tick(change.getValue());
            }
        });
        done.setVisible(writable);
        text.addClassName("text");
        facts.addClassName("secondary");
        late = Words.tag(VaadinIcon.CLOCK, getTranslation("tasks.overdue"));
        late.addClassName("late");
        closed.addClassName("tag");
        note.addClassName("secondary");
        cancel = button("tasks.cancel", "Z", this::cancel);
        postpone = button("tasks.postpone", "O", this::postpone);
        addNote = button("tasks.note", "", () -> TasksNavigation.openNote(tasks, id, meeting, changed));
        reopen = button("tasks.reopen", "", () -> tick(false));
        Div steps = new Div(cancel, postpone, addNote, reopen);
        steps.addClassName("steps");
        steps.setVisible(writable);
        add(done, new Div(text, facts, late, closed, note, steps));

        if (writable) {
            getElement()
                    .addEventListener(
                            "keydown",
                            event -> key(event.getEventData().get("event.key").asString()))
                    .setFilter(ITS_KEYS)
                    .addEventData("event.key");
        }
    }

    private Button button(String key, String letter, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        if (!letter.isEmpty()) {
            button.setTooltipText(getTranslation("desk.tasks.key", getTranslation(key), letter));
        }
        return button;
    }

    void show(OpenTask task) {
        if (task.equals(shown)) {
            return;
        }
        String internal = InternalPassages.internalText(task.text());
        if (shown == null || !shown.text().equals(task.text())) {
            text.removeAll();
            // The writer escapes what the text brings along.
            text.add(new Html("<div>" + Markdown.html(internal) + "</div>"));
            String plain = Markdown.plainText(internal);
            done.setAriaLabel(getTranslation("tasks.finish") + ": " + plain);
            Stream.of(cancel, postpone, addNote, reopen)
                    .forEach(button -> button.setAriaLabel(button.getText() + ": " + plain));
        }
        shown = task;
        boolean open = task.state() == TaskState.OPEN;
        facts.setText(Stream.of(task.owner(), task.due() == null ? "" : Words.day(task.due(), getLocale()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        late.setVisible(task.overdue());
        closed.setText(Words.of(this, task.state()));
        closed.setVisible(!open && (!writable || task.state() == TaskState.CANCELLED));
        note.setText(task.lastNote() == null ? "" : task.lastNote());
        note.setVisible(task.lastNote() != null);
        done.setValue(task.state() == TaskState.DONE);
        done.setReadOnly(task.state() == TaskState.CANCELLED);
        cancel.setVisible(open);
        postpone.setVisible(open);
        reopen.setVisible(task.state() == TaskState.CANCELLED);
    }

    private boolean isOpen() {
        return shown != null && shown.state() == TaskState.OPEN;
    }

    private void key(String letter) {
        switch (letter.toLowerCase(Locale.ROOT)) {
            case "s" -> {
                if (isOpen()) {
                    tick(true);
                }
            }
            case "z" -> cancel();
            case "o" -> postpone();
            default -> throw new IllegalArgumentException(letter);
        }
    }

    /** What is refused leaves the line as the task is: somebody else was faster. */
    private void tick(boolean finished) {
        try {
            if (finished) {
                tasks.finish(id, meeting, null);
            } else {
                tasks.reopen(id, meeting, null);
            }
        } catch (InvalidInputException | StaleVersionException refused) {
            done.setValue(shown != null && shown.state() == TaskState.DONE);
            throw refused;
        } finally {
            changed.run();
        }
    }

    private void cancel() {
        if (isOpen()) {
            TasksNavigation.openCancel(tasks, id, meeting, changed);
        }
    }

    private void postpone() {
        if (isOpen() && shown != null) {
            TasksNavigation.openPostpone(tasks, id, shown.due(), meeting, changed);
        }
    }
}
