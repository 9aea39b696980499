package cz.koplan.meetings;

import cz.koplan.meetings.AgendaRepository.NewItem;
import cz.koplan.shared.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands unfinished items from one meeting on to the next, each at most once. */
@Component
class CarriedItems {

    private final MeetingRepository meetings;
    private final AgendaRepository agendas;
    private final TemplateRepository templates;

    CarriedItems(MeetingRepository meetings, AgendaRepository agendas, TemplateRepository templates) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.templates = templates;
    }

    /** Hands on to the meeting that follows, if it was created already and did not take place yet. */
    void handOn(MeetingId held) {
        following(held).ifPresent(next -> handOn(held, next.id()));
    }

    /** Hands on to a meeting that was just created, if it is the one that follows the last held one. */
    void takeOver(MeetingId created) {
        meetings.lastHeldBefore(created)
                .filter(last -> following(last)
                        .filter(next -> next.id().equals(created))
                        .isPresent())
                .ifPresent(last -> handOn(last, created));
    }

    /** Returns the next meeting of the group, unless it took place already. */
    Optional<MeetingRepository.Neighbour> following(MeetingId meeting) {
        return meetings.following(meeting).filter(next -> next.state() != MeetingState.HELD);
    }

    void handOn(MeetingId from, MeetingId to) {
        List<AgendaItem> agenda = agendas.agenda(from);
        List<AgendaItem> next = agendas.agenda(to);
        Meeting left = meetings.find(from).orElseThrow(() -> new NotFoundException(from));
        Map<AgendaItemId, CarryOverReason> outcome = outcome(left, agenda, Optional.of(next));
        Set<AgendaItemId> there = continued(next);
        List<NewItem> items = agenda.stream()
                .filter(item -> goesOn(outcome, item) && !there.contains(item.id()))
                .map(item -> new NewItem(CarryOver.afresh(item.data()), item.id()))
                .toList();
        if (!items.isEmpty()) {
            agendas.insertBeforeClosingTopics(to, items);
        }
    }

    /** Says of every item of the meeting what becomes of it at the next one, or at the one that would be created. */
    Map<AgendaItemId, CarryOverReason> outcome(Meeting from, List<AgendaItem> agenda, Optional<List<AgendaItem>> next) {
        Set<AgendaItemId> own = agenda.stream().map(AgendaItem::id).collect(Collectors.toSet());
        List<AgendaItemData> awaiting = next.map(items -> items.stream()
                        .filter(item -> item.carriedFrom() == null || !own.contains(item.carriedFrom()))
                        .map(AgendaItem::data)
                        .toList())
                .orElseGet(() -> templates.find(from.group()).data().agenda());
        // Old minutes do not say what was discussed; they tell of what was.
        List<AgendaItem> known = from.origin() == MeetingOrigin.IMPORT
                ? agenda.stream().map(AgendaItem::asDiscussed).toList()
                : agenda;
        return CarryOver.of(known, agendas.withOpenTask(from.id()), awaiting);
    }

    private static boolean goesOn(Map<AgendaItemId, CarryOverReason> outcome, AgendaItem item) {
        CarryOverReason reason = outcome.get(item.id());
        return reason != null && reason.goesOn();
    }

    private static Set<AgendaItemId> continued(List<AgendaItem> agenda) {
        return agenda.stream()
                .flatMap(item -> Optional.ofNullable(item.carriedFrom()).stream())
                .collect(Collectors.toSet());
    }
}
