package cz.koplan.desk;

import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.EntryId;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.EntryService;
import cz.koplan.minutes.ResolutionId;
import cz.koplan.minutes.ResolutionService;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What happens at the desk besides the features' own work: texts and lines as windows send them, and who is there. */
@Service
@Transactional
public class DeskService {

    private static final Duration WINDOWS_KEPT = Duration.ofDays(30);

    private final DeskRepository desk;
    private final MeetingService meetings;
    private final AttendanceService attendance;
    private final EntryService entries;
    private final UpdateService updates;
    private final TaskService tasks;
    private final GroupService groups;
    private final OrganisationService organisations;
    private final ResolutionService resolutions;
    private final MeetingRights rights;
    private final Clock clock;

    DeskService(
            DeskRepository desk,
            MeetingService meetings,
            AttendanceService attendance,
            EntryService entries,
            UpdateService updates,
            TaskService tasks,
            GroupService groups,
            OrganisationService organisations,
            ResolutionService resolutions,
            MeetingRights rights,
            Clock clock) {
        this.desk = desk;
        this.meetings = meetings;
        this.attendance = attendance;
        this.entries = entries;
        this.updates = updates;
        this.tasks = tasks;
        this.groups = groups;
        this.organisations = organisations;
        this.resolutions = resolutions;
        this.rights = rights;
        this.clock = clock;
    }

    /** Makes ready what the desk shows: every member has a line of the attendance and of the round table. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    @Transactional(isolation = Isolation.READ_COMMITTED) // as its parts ask for
    public void prepare(MeetingId meeting) {
        attendance.prepare(meeting);
        updates.prepare(meeting);
        desk.forget(meeting, now().minus(WINDOWS_KEPT));
    }

    /**
     * Stores what is typed into a text; a sending that was taken before changes nothing.
     *
     * @return the text as it is stored now, with what others typed
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     * @throws cz.koplan.shared.changes.StaleVersionException when the text was removed
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public StoredText saveText(MeetingId meeting, Sending sending, TextPlace place, TextEdit edit) {
        if (!desk.take(sending, meeting, CurrentActor.get(), now())) {
            return desk.texts(List.of(place)).stream()
                    .filter(text -> text.meeting().equals(meeting))
                    .findFirst()
                    .map(text -> new StoredText(text.version(), text.text()))
                    .orElseThrow(() -> new NotFoundException(place));
        }
        return switch (place.kind()) {
            case ENTRY -> entries.saveText(meeting, new EntryId(place.id()), edit);
            case UPDATE -> updates.saveText(meeting, new UpdateId(place.id()), edit);
            case TASK -> tasks.saveText(meeting, new TaskId(place.id()), edit);
            case RESOLUTION -> entries.saveText(meeting, new ResolutionId(place.id()), edit);
        };
    }

    /**
     * Makes of a quick line what it says, of pasted lines one entry; a sending that was taken before changes nothing.
     *
     * @return what was not understood and stayed in the text
     * @throws InvalidInputException when nothing is left but marks, or the line is too long
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public List<QuickLine.Problem> addLine(MeetingId meeting, Sending sending, AgendaItemId item, String typed) {
        if (!desk.take(sending, meeting, CurrentActor.get(), now())) {
            return List.of();
        }
        Meeting whole = meetings.get(meeting);
        if (meetings.agenda(meeting).stream().map(AgendaItem::id).noneMatch(item::equals)) {
            throw new NotFoundException(item);
        }
        if (typed.contains("\n") || typed.length() > QuickLine.LONGEST) {
            entries.add(meeting, item, EntryKind.INFORMATION, typed);
            return List.of();
        }
        QuickLine line = QuickLine.parse(typed, whole.data().heldOn(), new QuickNames(names(whole)));
        if (line.text().isBlank()) {
            throw new InvalidInputException("desk.line.empty");
        }
        switch (line.kind()) {
            case INFORMATION -> entries.add(meeting, item, EntryKind.INFORMATION, line.text());
            case DECISION -> entries.add(meeting, item, EntryKind.DECISION, line.text());
            case TASK ->
                tasks.add(
                        meeting,
                        item,
                        new TaskData(
                                line.text(),
                                null,
                                line.owner()
                                        .filter(owner -> owner.kind() == QuickNames.Kind.PERSON)
                                        .map(owner -> new PersonId(owner.id()))
                                        .orElse(null),
                                line.owner()
                                        .filter(owner -> owner.kind() == QuickNames.Kind.ORGANISATION)
                                        .map(owner -> new OrganisationId(owner.id()))
                                        .orElse(null),
                                line.due().orElse(null),
                                TaskState.OPEN));
            case RESOLUTION -> resolutions.record(meeting, item, line.text());
        }
        return line.problems();
    }

    /** Returns what could go on at the caret of a quick line. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    @Transactional(readOnly = true)
    public List<QuickLine.Completion> completions(MeetingId meeting, String typed, int caret, Locale locale) {
        Meeting whole = meetings.get(meeting);
        return QuickLine.completions(typed, caret, whole.data().heldOn(), new QuickNames(names(whole)), locale);
    }

    /** Returns who can be given a task, those of the group first, each once. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    @Transactional(readOnly = true)
    public List<Owner> owners(MeetingId meeting) {
        return names(meetings.get(meeting)).stream()
                .map(name -> name.kind() == QuickNames.Kind.PERSON
                        ? new Owner(new PersonId(name.id()), null, name.displayName())
                        : new Owner(null, new OrganisationId(name.id()), name.displayName()))
                .distinct()
                .toList();
    }

    /** Takes an entry or a task away; a resolution is withdrawn and keeps its number. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void remove(MeetingId meeting, TextPlace place) {
        switch (place.kind()) {
            case ENTRY -> entries.remove(meeting, new EntryId(place.id()));
            case TASK -> tasks.removeAtDesk(meeting, new TaskId(place.id()));
            case UPDATE -> throw new InvalidInputException("desk.update.stays");
            case RESOLUTION -> resolutions.withdraw(meeting, new ResolutionId(place.id()));
        }
    }

    /** The group's members and the people who speak for them come first, then all other organisations. */
    private List<QuickNames.Name> names(Meeting meeting) {
        List<QuickNames.Name> names = new ArrayList<>();
        Set<OrganisationId> members = new HashSet<>();
        Set<PersonId> people = new HashSet<>();
        var all = organisations.names();
        groups.members(meeting.group()).stream()
                .filter(member -> member.validOn(meeting.data().heldOn()))
                .forEach(member -> {
                    if (member.organisation() != null && members.add(member.organisation())) {
                        all.stream()
                                .filter(name -> name.id().equals(member.organisation()))
                                .map(DeskService::name)
                                .forEach(names::add);
                    }
                    if (member.person() != null && people.add(member.person())) {
                        names.add(name(member.person(), member.name()));
                    }
                    member.delegates().stream()
                            .filter(delegate -> people.add(delegate.person()))
                            .forEach(delegate -> names.add(name(delegate.person(), delegate.name())));
                });
        groups.get(meeting.group()).coordinators().stream()
                .filter(coordinator -> people.add(coordinator.person()))
                .forEach(coordinator -> names.add(name(coordinator.person(), coordinator.name())));
        all.stream()
                .filter(name -> !members.contains(name.id()))
                .map(DeskService::name)
                .forEach(names::add);
        return names;
    }

    private static QuickNames.Name name(cz.koplan.organisations.OrganisationName name) {
        return new QuickNames.Name(QuickNames.Kind.ORGANISATION, name.id().value(), name.knownAs(), name.name());
    }

    private static QuickNames.Name name(PersonId person, String name) {
        String family = name.replaceFirst(",.*", "").replaceFirst(".*\\s", "");
        return new QuickNames.Name(QuickNames.Kind.PERSON, person.value(), family, name);
    }

    /** Tells the others where the window is: {@code item-3/entry-12}, either part may be empty; {@code left} = closed. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    public void here(MeetingId meeting, UUID window, String place) {
        if (place.equals("left")) {
            desk.setPlace(window, meeting, CurrentActor.get(), "", now().minusDays(1));
            return;
        }
        String known = place.matches("(item-\\d{1,12})?/((entry|update|task|resolution)-\\d{1,12})?") ? place : "";
        desk.setPlace(window, meeting, CurrentActor.get(), known, now());
    }

    /** Asks for the right to follow the meeting; returns whether the follower may see what is for coordinators only. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public boolean follow(MeetingId meeting) {
        return rights.write(meeting);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
