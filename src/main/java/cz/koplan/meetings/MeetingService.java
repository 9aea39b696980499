package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
public class MeetingService {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MeetingRepository meetings;
    private final AgendaRepository agendas;
    private final TemplateRepository templates;
    private final CarriedItems carriedItems;
    private final MeetingRights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeetingService(
            MeetingRepository meetings,
            AgendaRepository agendas,
            TemplateRepository templates,
            CarriedItems carriedItems,
            MeetingRights rights,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.templates = templates;
        this.carriedItems = carriedItems;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** Returns a page of the meetings that the actor may read, the newest first. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<MeetingRow> rows(MeetingFilter filter, int offset, int limit) {
        return meetings.rows(filter, visible(), offset, limit);
    }

    /** Returns what is ahead or going on in the actor's groups, the next first. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<MeetingRow> ahead(int limit) {
        return meetings.ahead(meetings.groupsOf(CurrentActor.get().person(), today()), limit);
    }

    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public int count(MeetingFilter filter) {
        return meetings.count(filter, visible());
    }

    /** Returns the condition on the table of meetings that leaves those which the actor may read. */
    @PreAuthorize("@groupRights.signedIn()")
    public Condition visible() {
        Actor actor = CurrentActor.get();
        return actor.planner() ? MeetingRepository.everyGroup() : meetings.groupsOf(actor.person(), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }

    /** @throws NotFoundException when there is no such meeting */
    @PreAuthorize("@meetingRights.read(#id)")
    @Transactional(readOnly = true)
    public Meeting get(MeetingId id) {
        return meetings.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Returns the meetings of the group on that day. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public List<MeetingId> on(GroupId group, LocalDate day) {
        return meetings.on(group, day);
    }

    /**
     * Plans a meeting. Its agenda comes from the group's template; what the last meeting left unfinished is added, unless
     * another meeting comes between.
     */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public MeetingId create(GroupId group, MeetingData data) {
        MeetingId id = plan(group, data, null);
        carriedItems.takeOver(id);
        return id;
    }

    /**
     * Plans a meeting on every day of the recurrence, counted from the day of the data.
     *
     * @return the meetings in order
     * @throws InvalidInputException when the recurrence gives no day, or too many
     */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public List<MeetingId> createSeries(GroupId group, MeetingData data, Recurrence recurrence) {
        List<LocalDate> days = recurrence.days(data.heldOn());
        SeriesId series = meetings.insertSeries(group, JSON.writeValueAsString(recurrence));
        List<MeetingId> ids =
                days.stream().map(day -> plan(group, data.on(day), series)).toList();
        carriedItems.takeOver(ids.getFirst());
        return ids;
    }

    private MeetingId plan(GroupId group, MeetingData data, @Nullable SeriesId series) {
        requireTimesOnTheClock(data);
        MeetingId id = meetings.insert(group, data, MeetingState.PLANNED, MeetingOrigin.DESK, series);
        events.publishEvent(new MeetingPlanned(id));
        boolean minutesToApprove = meetings.hasMinutesBefore(group, data.heldOn());
        agendas.append(
                id,
                templates.find(group).data().agenda().stream()
                        .filter(item -> item.kind() != AgendaItemKind.APPROVAL || minutesToApprove)
                        .map(item -> new AgendaRepository.NewItem(item, null))
                        .toList());
        return id;
    }

    private static void requireTimesOnTheClock(MeetingData data) {
        Stream.of(Optional.ofNullable(data.startsAt()), Optional.ofNullable(data.endsAt()))
                .flatMap(Optional::stream)
                .filter(time -> !MeetingTimes.exists(data.heldOn(), time))
                .findFirst()
                .ifPresent(skipped -> {
                    throw new InvalidInputException("meetings.time.skipped");
                });
    }

    /**
     * Returns what the next meeting of the group would be: the one announced at the last, else the same weekday of the
     * month as the last; times, place and mode from the template, else as last time.
     */
    @PreAuthorize("@groupRights.coordinates(#group)")
    @Transactional(readOnly = true)
    public MeetingData proposeNext(GroupId group) {
        return NextMeeting.propose(
                meetings.last(group).flatMap(meetings::find).map(Meeting::data),
                templates.find(group).data(),
                meetings.groupName(group),
                today());
    }

    /** Plans the meeting after this one, which hands on what it left unfinished, at once or when it has been held. */
    @PreAuthorize("@meetingRights.coordinates(#last)")
    public MeetingId createNext(MeetingId last, MeetingData data) {
        Meeting before = meetings.find(last).orElseThrow(() -> new NotFoundException(last));
        MeetingId id = plan(before.group(), data, null);
        if (before.state() == MeetingState.HELD || before.state() == MeetingState.CANCELLED) {
            carriedItems.handOn(last, id);
        }
        return id;
    }

    /** Creates a meeting read from old minutes: it was held, and nobody is invited to it. */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public MeetingId createImported(GroupId group, MeetingData data) {
        return meetings.insert(group, data, MeetingState.HELD, MeetingOrigin.IMPORT);
    }

    @PreAuthorize("@meetingRights.write(#id)")
    public void update(MeetingId id, int version, MeetingData data) {
        requireTimesOnTheClock(data);
        MeetingData before =
                meetings.find(id).orElseThrow(() -> new NotFoundException(id)).data();
        meetings.update(id, version, data);
        if (!before.equals(data)) {
            events.publishEvent(new MeetingChanged(id, before, data));
        }
    }

    /** Returns the agenda in order; items for the coordinators' eyes are seen by them only. */
    @PreAuthorize("@meetingRights.read(#id)")
    @Transactional(readOnly = true)
    public List<AgendaItem> agenda(MeetingId id) {
        List<AgendaItem> agenda = agendas.agenda(id);
        return rights.coordinates(id)
                ? agenda
                : agenda.stream().filter(item -> !item.data().coordinatorOnly()).toList();
    }

    /** As {@link #get}, for those who take part, also by a personal link. */
    @PreAuthorize("@speakerRights.takesPart(#id)")
    @Transactional(readOnly = true)
    public Meeting attended(MeetingId id) {
        return meetings.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Returns the agenda in order as those who take part see it, also by a personal link. */
    @PreAuthorize("@speakerRights.takesPart(#id)")
    @Transactional(readOnly = true)
    public List<AgendaItem> attendedAgenda(MeetingId id) {
        return agendas.agenda(id).stream()
                .filter(item -> !item.data().coordinatorOnly() && !item.data().skipped())
                .toList();
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public AgendaItemId addAgendaItem(MeetingId meeting, AgendaItemData data) {
        return agendas.append(meeting, new AgendaRepository.NewItem(data, null));
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void updateAgendaItem(MeetingId meeting, AgendaItemId id, int version, AgendaItemData data) {
        agendas.update(meeting, id, version, data);
    }

    @PreAuthorize("@meetingRights.read(#id)")
    @Transactional(readOnly = true)
    public List<Attendee> attendance(MeetingId id) {
        return meetings.attendance(id);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public AttendanceId addAttendee(MeetingId meeting, AttendeeData data) {
        return meetings.insertAttendee(meeting, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void updateAttendee(MeetingId meeting, AttendanceId id, int version, AttendeeData data) {
        meetings.updateAttendee(meeting, id, version, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeAttendee(MeetingId meeting, AttendanceId id, int version) {
        meetings.deleteAttendee(meeting, id, version);
    }
}
