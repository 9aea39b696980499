package cz.koplan.tasks;

import cz.koplan.meetings.AgendaItemMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tasks go along with the agenda item under which they were given. */
@Component
class MoveTasks {

    private final TaskRepository tasks;

    MoveTasks(TaskRepository tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void on(AgendaItemMoved moved) {
        tasks.move(moved.item(), moved.to(), moved.newItem());
    }
}
