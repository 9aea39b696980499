package cz.koplan.meetings;

import cz.koplan.shared.InvalidInputException;
import org.springframework.stereotype.Component;

/** Takes items off an agenda, with their files; what was said under an item is never lost with it. */
@Component
class AgendaItems {

    private final AgendaRepository agendas;
    private final ItemFileRepository files;

    AgendaItems(AgendaRepository agendas, ItemFileRepository files) {
        this.agendas = agendas;
        this.files = files;
    }

    /** @throws InvalidInputException when anything was recorded under the item */
    void remove(MeetingId meeting, AgendaItemId id, int version) {
        if (agendas.holdsTexts(id)) {
            throw new InvalidInputException("meetings.item.holdsTexts");
        }
        files.deleteAll(id);
        agendas.delete(meeting, id, version);
    }
}
