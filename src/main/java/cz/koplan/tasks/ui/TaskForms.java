package cz.koplan.tasks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The small forms of what may happen to a task, one for each step that needs a word or a day. */
final class TaskForms {

    private TaskForms() {}

    static void finish(TaskService tasks, TaskId task, @Nullable MeetingId at, Runnable taken) {
        TextArea note = text("tasks.note");
        open("tasks.finish", () -> tasks.finish(task, at, note.getValue()), taken, note);
    }

    static void cancel(TaskService tasks, TaskId task, @Nullable MeetingId at, Runnable taken) {
        TextArea reason = text("tasks.cancel.reason");
        reason.setRequiredIndicatorVisible(true);
        open("tasks.cancel", () -> tasks.cancel(task, at, reason.getValue()), taken, reason);
    }

    static void reopen(TaskService tasks, TaskId task, @Nullable MeetingId at, Runnable taken) {
        TextArea note = text("tasks.note");
        open("tasks.reopen", () -> tasks.reopen(task, at, note.getValue()), taken, note);
    }

    static void postpone(
            TaskService tasks, TaskId task, @Nullable LocalDate due, @Nullable MeetingId at, Runnable taken) {
        DatePicker until = Pickers.day(t("tasks.postpone.due"));
        until.setRequiredIndicatorVisible(true);
        until.setValue(due);
        TextArea note = text("tasks.note");
        open("tasks.postpone", () -> tasks.postpone(task, at, until.getValue(), note.getValue()), taken, until, note);
        until.focus();
    }

    static void note(TaskService tasks, TaskId task, @Nullable MeetingId at, Runnable taken) {
        TextArea note = text("tasks.note");
        open(
                "tasks.note.add",
                () -> {
                    if (note.getValue().isBlank()) {
                        throw new InvalidInputException("input.required");
                    }
                    tasks.discussed(task, at, note.getValue());
                },
                taken,
                note);
    }

    private static void open(String heading, FormDialog.Save save, Runnable taken, Component... fields) {
        FormDialog dialog = new FormDialog(
                t(heading),
                () -> {
                    save.run();
                    taken.run();
                },
                fields);
        dialog.open();
        if (fields[0] instanceof TextArea first) {
            first.focus();
        }
    }

    private static TextArea text(String key) {
        TextArea area = new TextArea(t(key));
        area.setMinRows(2);
        area.setMaxRows(8);
        return area;
    }

    private static String t(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
