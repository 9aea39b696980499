package cz.koplan.updates;

import cz.koplan.meetings.AgendaItemMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lines of the round table go along with their agenda item. */
@Component
class MoveUpdates {

    private final UpdateRepository updates;

    MoveUpdates(UpdateRepository updates) {
        this.updates = updates;
    }

    @EventListener
    void on(AgendaItemMoved moved) {
        updates.move(moved.item(), moved.to(), moved.newItem());
    }
}
