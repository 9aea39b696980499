package cz.koplan.updates;

import cz.koplan.meetings.AgendaItemMoved;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefRepository;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lines of the round table go along with their agenda item, and so does what it came from. */
@Component
class MoveUpdates {

    private final UpdateRepository updates;
    private final RefRepository references;

    MoveUpdates(UpdateRepository updates, RefRepository references) {
        this.updates = updates;
        this.references = references;
    }

    @EventListener
    void on(AgendaItemMoved moved) {
        updates.move(moved.item(), moved.to(), moved.newItem());
        references.move(
                new Ref(RefKind.AGENDA_ITEM, moved.item().value()),
                new Ref(RefKind.AGENDA_ITEM, moved.newItem().value()));
    }
}
