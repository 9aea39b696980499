package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Entries and resolutions go along with their agenda item. */
@Component
class MoveTexts {

    private final MinutesRepository minutes;

    MoveTexts(MinutesRepository minutes) {
        this.minutes = minutes;
    }

    @EventListener
    void on(AgendaItemMoved moved) {
        minutes.moveEntries(moved.item(), moved.to(), moved.newItem());
        minutes.moveResolutions(moved.item(), moved.to(), moved.newItem());
    }
}
