package cz.koplan.tasks.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.meetings.MeetingId;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The ways into the screens of tasks. The small forms ask for what a step needs and call {@code taken} once it is kept;
 * {@code at} is the meeting at which it happens, null between meetings.
 */
public final class TasksNavigation {

    public static final Class<? extends Component> LIST = MyTasksView.class;

    private TasksNavigation() {}

    public static void openCancel(TaskService tasks, TaskId task, @Nullable MeetingId at, Runnable taken) {
        TaskForms.cancel(tasks, task, at, taken);
    }

    /** @param due the due date so far */
    public static void openPostpone(
            TaskService tasks, TaskId task, @Nullable LocalDate due, @Nullable MeetingId at, Runnable taken) {
        TaskForms.postpone(tasks, task, due, at, taken);
    }

    public static void openNote(TaskService tasks, TaskId task, @Nullable MeetingId at, Runnable taken) {
        TaskForms.note(tasks, task, at, taken);
    }
}
