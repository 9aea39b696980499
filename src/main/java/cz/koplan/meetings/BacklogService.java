package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefRepository;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Topics that a group wants to come to some time. */
@Service
@Transactional
public class BacklogService {

    private final BacklogRepository backlog;
    private final AgendaRepository agendas;
    private final MeetingRepository meetings;
    private final AgendaItems items;
    private final RefRepository references;
    private final Clock clock;

    BacklogService(
            BacklogRepository backlog,
            AgendaRepository agendas,
            MeetingRepository meetings,
            AgendaItems items,
            RefRepository references,
            Clock clock) {
        this.backlog = backlog;
        this.agendas = agendas;
        this.meetings = meetings;
        this.items = items;
        this.references = references;
        this.clock = clock;
    }

    /** Returns what no agenda has taken yet, the oldest first. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public List<BacklogItem> open(GroupId group) {
        return backlog.open(group);
    }

    @PreAuthorize("@groupRights.coordinates(#group)")
    public BacklogItemId add(GroupId group, BacklogData data) {
        return backlog.insert(group, data, null, now());
    }

    /** Proposes a topic under the name of whoever acts. */
    @PreAuthorize("@groupRights.readInside(#group)")
    public BacklogItemId propose(GroupId group, String title) {
        return backlog.insert(
                group,
                new BacklogData(title, AgendaItemKind.TOPIC, null),
                CurrentActor.get().name(),
                now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    /**
     * Takes a topic of the group onto the agenda of the meeting.
     *
     * @throws StaleVersionException when another agenda was faster, or it was removed
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public AgendaItemId take(MeetingId meeting, BacklogItemId id) {
        BacklogData data = backlog.take(meeting, id).orElseThrow(StaleVersionException::new);
        AgendaItemId item = agendas.insertBeforeClosingTopics(
                        meeting, List.of(new AgendaRepository.NewItem(data.onAgenda(), null)))
                .getFirst();
        references.move(ref(id), ref(item));
        return item;
    }

    /** Puts an item of the agenda into the backlog, from where another meeting may take it. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void dropBack(MeetingId meeting, AgendaItemId item, int version) {
        AgendaItemData data = agendas.find(meeting, item)
                .orElseThrow(StaleVersionException::new)
                .data();
        items.remove(meeting, item, version);
        BacklogItemId back = backlog.giveBack(meeting, data.title())
                .orElseGet(() -> backlog.insert(
                        meetings.groupOf(meeting).orElseThrow(() -> new NotFoundException(meeting)),
                        new BacklogData(data.title(), data.kind(), data.minutes()),
                        null,
                        now()));
        references.move(ref(item), ref(back));
    }

    private static Ref ref(BacklogItemId item) {
        return new Ref(RefKind.BACKLOG_ITEM, item.value());
    }

    private static Ref ref(AgendaItemId item) {
        return new Ref(RefKind.AGENDA_ITEM, item.value());
    }

    @PreAuthorize("@groupRights.coordinates(#group)")
    public void remove(GroupId group, BacklogItemId id, int version) {
        backlog.delete(group, id, version);
    }
}
