package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.OpenTask;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.tasks.ui.TasksNavigation;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task within the check of tasks. {@code tasks.js} draws it with its buttons, so that the server holds one element for
 * each. While the focus is within the line, S ticks it, Z cancels it and O postpones it; the letters are those of the Czech
 * words, as the tooltips say.
 */
@Tag("koplan-task")
class TaskLine extends Component {

    private final TaskService tasks;
    private final TaskId id;
    private final MeetingId meeting;
    private final boolean writable;
    private final Runnable changed;
    private @Nullable OpenTask shown;

    TaskLine(TaskService tasks, TaskId id, MeetingId meeting, boolean writable, Runnable changed) {
        this.tasks = tasks;
        this.id = id;
        this.meeting = meeting;
        this.writable = writable;
        this.changed = changed;
        getElement().setAttribute("task", String.valueOf(id.value()));
    }

    void show(OpenTask task) {
        if (task.equals(shown)) {
            return;
        }
        if (shown == null || !shown.text().equals(task.text())) {
            // The writer escapes what the text brings along.
            getElement().setAttribute("html", Markdown.html(InternalPassages.internalText(task.text())));
        }
        shown = task;
        say(
                "facts",
                Stream.of(task.owner(), task.due() == null ? "" : Words.day(task.due(), getLocale()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        boolean told = task.state() == TaskState.CANCELLED || !writable && task.state() == TaskState.DONE;
        say("closed", told ? Words.of(this, task.state()) : null);
        say("note", task.lastNote());
        getElement().setAttribute("late", task.overdue());
        getElement().setAttribute("state", task.state().name());
    }

    private void say(String attribute, @Nullable String words) {
        if (words == null) {
            getElement().removeAttribute(attribute);
        } else {
            getElement().setAttribute(attribute, words);
        }
    }

    /** Does what was pressed; what no longer suits the task, because somebody else was faster, is passed over. */
    void mark(String mark) {
        if (shown == null) {
            return;
        }
        boolean open = shown.state() == TaskState.OPEN;
        switch (mark) {
            case "finish" -> {
                if (open) {
                    change(() -> tasks.finish(id, meeting, null));
                }
            }
            case "reopen" -> change(() -> tasks.reopen(id, meeting, null));
            case "cancel" -> {
                if (open) {
                    TasksNavigation.openCancel(tasks, id, meeting, changed);
                }
            }
            case "postpone" -> {
                if (open) {
                    TasksNavigation.openPostpone(tasks, id, shown.due(), meeting, changed);
                }
            }
            case "note" -> TasksNavigation.openNote(tasks, id, meeting, changed);
            default -> throw new IllegalArgumentException(mark);
        }
    }

    /** What is refused leaves the line as the task is: somebody else was faster. */
    private void change(Runnable work) {
        try {
            work.run();
        } finally {
            changed.run();
        }
    }
}
