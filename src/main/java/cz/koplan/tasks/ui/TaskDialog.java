package cz.koplan.tasks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.OriginLine;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskPage;
import cz.koplan.tasks.TaskRow;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.tasks.TaskStep;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole task: what it says, what happened to it over the meetings, and what may happen next. */
class TaskDialog extends Dialog {

    private final TaskService tasks;
    private final TaskId id;
    private final Runnable changed;
    private final Div body = new Div();

    TaskDialog(TaskService tasks, TaskId id, Runnable changed) {
        this.tasks = tasks;
        this.id = id;
        this.changed = changed;
        setHeaderTitle(getTranslation("tasks.text"));
        setWidth("min(44rem, 100%)");
        body.addClassName("form");
        add(body);
        show();
    }

    private void taken() {
        show();
        changed.run();
    }

    private void show() {
        TaskPage page = tasks.page(id);
        TaskRow task = page.task();
        // The writer escapes what the text brings along.
        Div text = new Div(new Html("<div>" + Markdown.html(InternalPassages.internalText(task.text())) + "</div>"));
        text.addClassName("text");
        body.removeAll();
        body.add(text, facts(task), new OriginLine(page.origins()));
        if (page.cancelReason() != null) {
            body.add(new Paragraph(getTranslation("tasks.reason", page.cancelReason())));
        }
        body.add(new H3(getTranslation("tasks.history")), history(page));
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("tasks.close"), click -> close()));
        getFooter().add(steps(page));
    }

    private Component facts(TaskRow task) {
        Paragraph facts = new Paragraph();
        facts.addClassName("task-facts");
        facts.add(new Span(Stream.of(
                        task.owner(),
                        task.due() == null ? "" : Words.day(task.due(), getLocale()),
                        Words.of(this, task.state()),
                        task.groupName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "))));
        if (task.overdue()) {
            Span late = Words.tag(VaadinIcon.CLOCK, getTranslation("tasks.overdue"));
            late.addClassName("late");
            facts.add(late);
        }
        Span given = new Span(getTranslation("tasks.given") + ": ");
        given.addClassName("secondary");
        return new Div(facts, given, meeting(task.meeting(), task.meetingTitle(), task.givenOn()));
    }

    private Anchor meeting(MeetingId meeting, String title, @Nullable LocalDate day) {
        return new Anchor(
                "meetings/" + meeting.value(), day == null ? title : title + ", " + Words.day(day, getLocale()));
    }

    private OrderedList history(TaskPage page) {
        OrderedList list = new OrderedList();
        list.addClassName("task-steps");
        page.history().forEach(step -> list.add(step(step)));
        return list;
    }

    private ListItem step(TaskStep step) {
        Div head = new Div(
                step.meeting() == null
                        ? new Span(getTranslation("tasks.history.between"))
                        : meeting(step.meeting(), String.valueOf(step.meetingTitle()), step.heldOn()),
                stateTag(step.state()));
        LocalDate day = LocalDate.ofInstant(step.takenAt(), ZoneId.of("Europe/Prague"));
        String due = step.due() == null
                ? ""
                : getTranslation("tasks.history.due", Words.day(step.due(), getLocale())) + " · ";
        Span by = new Span(due + getTranslation("tasks.history.by", Words.day(day, getLocale()), step.takenBy()));
        by.addClassName("secondary");
        ListItem item = new ListItem(head, new Div(by));
        if (step.note() != null) {
            item.add(new Paragraph(step.note()));
        }
        return item;
    }

    private Span stateTag(TaskState state) {
        Span tag = Words.tag(
                switch (state) {
                    case OPEN -> VaadinIcon.CIRCLE_THIN;
                    case DONE -> VaadinIcon.CHECK;
                    case CANCELLED -> VaadinIcon.BAN;
                },
                Words.of(this, state));
        if (state == TaskState.DONE) {
            tag.addClassName("done");
        }
        return tag;
    }

    private Component[] steps(TaskPage page) {
        boolean open = page.task().state() == TaskState.OPEN;
        Button cancel = button("tasks.cancel", () -> TaskForms.cancel(tasks, id, null, this::taken));
        cancel.setVisible(open && page.writable());
        Button postpone = button(
                "tasks.postpone",
                () -> TaskForms.postpone(tasks, id, page.task().due(), null, this::taken));
        postpone.setVisible(open && page.writable());
        Button reopen = button("tasks.reopen", () -> TaskForms.reopen(tasks, id, null, this::taken));
        reopen.setVisible(!open && page.writable());
        Button finish = button("tasks.finish", () -> TaskForms.finish(tasks, id, null, this::taken));
        finish.addThemeVariants(ButtonVariant.PRIMARY);
        finish.setVisible(open && page.finishable());
        return new Component[] {cancel, postpone, reopen, finish};
    }

    private Button button(String key, Runnable action) {
        return new Button(getTranslation(key), click -> action.run());
    }
}
