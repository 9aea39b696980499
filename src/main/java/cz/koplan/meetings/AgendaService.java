package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaRepository.NewItem;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.files.FileStore;
import cz.koplan.shared.refs.Origins;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The preparation of a meeting: its agenda put together, item by item. */
@Service
@Transactional
public class AgendaService {

    private final MeetingService meetings;
    private final MeetingRepository repository;
    private final MeetingRights rights;
    private final AgendaRepository agendas;
    private final AgendaItems items;
    private final ItemFileRepository itemFiles;
    private final BacklogRepository backlog;
    private final CarriedItems carriedItems;
    private final FileStore files;
    private final Origins origins;
    private final ApplicationEventPublisher events;

    AgendaService(
            MeetingService meetings,
            MeetingRepository repository,
            MeetingRights rights,
            AgendaRepository agendas,
            AgendaItems items,
            ItemFileRepository itemFiles,
            BacklogRepository backlog,
            CarriedItems carriedItems,
            FileStore files,
            Origins origins,
            ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.repository = repository;
        this.rights = rights;
        this.agendas = agendas;
        this.items = items;
        this.itemFiles = itemFiles;
        this.backlog = backlog;
        this.carriedItems = carriedItems;
        this.files = files;
        this.origins = origins;
        this.events = events;
    }

    @PreAuthorize("@meetingRights.read(#id)")
    @Transactional(readOnly = true)
    public AgendaPage page(MeetingId id) {
        Meeting meeting = meetings.get(id);
        boolean coordinates = rights.coordinates(id);
        List<AgendaItem> agenda = meetings.agenda(id);
        Optional<MeetingRepository.Neighbour> next = carriedItems.following(id);
        Map<AgendaItemId, CarryOverReason> atNext =
                carriedItems.outcome(meeting, agenda, next.map(found -> agendas.agenda(found.id())));
        Map<AgendaItemId, LocalDate> continuedFrom = agendas.continuedFrom(id);
        Map<AgendaItemId, List<ItemFile>> filesOf =
                itemFiles.of(id).stream().collect(Collectors.groupingBy(ItemFile::item));
        int minutes = agenda.stream()
                .map(AgendaItem::data)
                .filter(item -> !item.skipped())
                .map(AgendaItemData::minutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        List<BacklogItem> waiting = backlog.open(meeting.group());
        List<Ref> refs = Stream.concat(
                        agenda.stream()
                                .map(item ->
                                        new Ref(RefKind.AGENDA_ITEM, item.id().value())),
                        waiting.stream()
                                .map(item ->
                                        new Ref(RefKind.BACKLOG_ITEM, item.id().value())))
                .toList();
        return new AgendaPage(
                meeting,
                agenda.stream()
                        .map(item -> new AgendaPage.Line(
                                item,
                                continuedFrom.get(item.id()),
                                atNext.getOrDefault(item.id(), CarryOverReason.DONE),
                                filesOf.getOrDefault(item.id(), List.of())))
                        .toList(),
                waiting,
                hidden(meeting.group(), coordinates),
                minutes,
                plannedEnd(meeting.data(), minutes),
                next.map(found -> new AgendaPage.Next(found.id(), found.heldOn())),
                origins.of(refs),
                coordinates,
                rights.write(id));
    }

    private List<Proposed> hidden(GroupId group, boolean coordinates) {
        return coordinates
                ? backlog.hidden(group)
                : backlog.proposedBy(group, CurrentActor.get().person()).stream()
                        .filter(proposal -> proposal.hidden() != null)
                        .toList();
    }

    private static @Nullable LocalDateTime plannedEnd(MeetingData data, int minutes) {
        LocalTime start = data.startsAt();
        return start == null || !MeetingTimes.exists(data.heldOn(), start)
                ? null
                : MeetingTimes.plannedEnd(data.heldOn().atTime(start), minutes);
    }

    /** @param position where the item will stand, from 1; beyond the end means last */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void moveItem(MeetingId meeting, AgendaItemId item, int position) {
        agendas.move(meeting, item, position);
    }

    /** @throws InvalidInputException when anything was recorded under the item */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeItem(MeetingId meeting, AgendaItemId item, int version) {
        items.remove(meeting, item, version);
    }

    /**
     * Moves the item with everything recorded under it to another meeting of the group. Where that one holds such an item
     * already, it goes under it.
     */
    @PreAuthorize("@meetingRights.write(#meeting) and @meetingRights.write(#next)")
    public void moveToMeeting(MeetingId meeting, AgendaItemId item, int version, MeetingId next) {
        requireOtherOfSameGroup(meeting, next);
        AgendaItemData data = seen(meeting, item, version).data();
        AgendaItemId place = agendas.agenda(next).stream()
                .filter(other -> item.equals(other.carriedFrom()) || CarryOver.same(data, other.data()))
                .map(AgendaItem::id)
                .findFirst()
                .orElseGet(() -> insert(next, data, item));
        itemFiles.move(item, next, place);
        events.publishEvent(new AgendaItemMoved(meeting, item, next, place));
        agendas.delete(meeting, item, version);
    }

    /** Puts the same item, without what was recorded under it, on the agenda of another meeting of the group. */
    @PreAuthorize("@meetingRights.write(#meeting) and @meetingRights.write(#next)")
    public void duplicateToMeeting(MeetingId meeting, AgendaItemId item, int version, MeetingId next) {
        requireOtherOfSameGroup(meeting, next);
        AgendaItemData data = seen(meeting, item, version).data();
        boolean there = agendas.agenda(next).stream()
                .anyMatch(other -> item.equals(other.carriedFrom()) || CarryOver.same(data, other.data()));
        if (there) {
            throw new InvalidInputException("meetings.item.alreadyThere");
        }
        insert(next, data, item);
    }

    private AgendaItemId insert(MeetingId next, AgendaItemData data, AgendaItemId continued) {
        return agendas.insertBeforeClosingTopics(next, List.of(new NewItem(CarryOver.afresh(data), continued)))
                .getFirst();
    }

    private AgendaItem seen(MeetingId meeting, AgendaItemId id, int version) {
        return agendas.find(meeting, id)
                .filter(item -> item.version() == version)
                .orElseThrow(StaleVersionException::new);
    }

    private void requireOtherOfSameGroup(MeetingId meeting, MeetingId next) {
        if (meeting.equals(next) || !repository.groupOf(meeting).equals(repository.groupOf(next))) {
            throw new InvalidInputException("meetings.item.otherMeeting");
        }
    }

    /** @throws InvalidInputException when the file is larger than {@link FileStore#MAX_BYTES} */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public ItemFileId addFile(MeetingId meeting, AgendaItemId item, String name, byte[] content) {
        if (content.length > FileStore.MAX_BYTES) {
            throw new InvalidInputException("meetings.file.tooBig");
        }
        agendas.find(meeting, item).orElseThrow(() -> new NotFoundException(item));
        return itemFiles.insert(
                meeting, item, files.store(Input.required(name, 255), "application/octet-stream", content));
    }

    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public ItemFile.Content file(MeetingId meeting, ItemFileId id) {
        var stored = itemFiles
                .find(meeting, id)
                .filter(found -> !found.coordinatorOnly() || rights.coordinates(meeting))
                .orElseThrow(() -> new NotFoundException(id));
        return new ItemFile.Content(files.name(stored.file()), files.read(stored.file()));
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeFile(MeetingId meeting, ItemFileId id) {
        itemFiles.delete(meeting, id);
    }
}
