package cz.koplan.minutes;

import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingOrigin;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MinutesState;
import cz.koplan.pdf.Logo;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.UpdateService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class MinutesService {

    private static final int MAX_TEXT = 1_000_000;

    private final MinutesRepository minutes;
    private final EntryRepository entries;
    private final ResolutionService resolutions;
    private final RevisionRepository revisions;
    private final MeetingService meetings;
    private final MeetingRights rights;
    private final UpdateService updates;
    private final TaskService tasks;
    private final GroupService groups;
    private final Clock clock;

    MinutesService(
            MinutesRepository minutes,
            EntryRepository entries,
            ResolutionService resolutions,
            RevisionRepository revisions,
            MeetingService meetings,
            MeetingRights rights,
            UpdateService updates,
            TaskService tasks,
            GroupService groups,
            Clock clock) {
        this.minutes = minutes;
        this.entries = entries;
        this.resolutions = resolutions;
        this.revisions = revisions;
        this.meetings = meetings;
        this.rights = rights;
        this.updates = updates;
        this.tasks = tasks;
        this.groups = groups;
        this.clock = clock;
    }

    /** @throws NotFoundException when the meeting has no minutes */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public MinutesPage page(MeetingId meeting) {
        var head = minutes.head(meeting).orElseThrow(() -> new NotFoundException(meeting));
        List<AgendaItem> agenda = meetings.agenda(meeting);
        // What was said under an item for the coordinators' eyes is as hidden as the item.
        Set<AgendaItemId> shown = agenda.stream().map(AgendaItem::id).collect(Collectors.toSet());
        Predicate<@Nullable AgendaItemId> visible = item -> item == null || shown.contains(item);
        return new MinutesPage(
                meetings.get(meeting),
                head.version(),
                head.state(),
                head.signatories(),
                agenda,
                meetings.attendance(meeting),
                updates.of(meeting).stream()
                        .filter(update -> visible.test(update.agendaItem()))
                        .toList(),
                minutes.entries(meeting).stream()
                        .filter(entry -> visible.test(entry.agendaItem()))
                        .toList(),
                tasks.of(meeting).stream()
                        .filter(task -> visible.test(task.agendaItem()))
                        .toList(),
                minutes.resolutions(meeting).stream()
                        .filter(resolution -> visible.test(resolution.agendaItem()))
                        .toList(),
                head.state() != MinutesState.APPROVED && rights.write(meeting));
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void start(MeetingId meeting, Signatories signatories) {
        minutes.insertHead(meeting, signatories);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void updateSignatories(MeetingId meeting, int version, Signatories signatories) {
        minutes.updateSignatories(meeting, version, signatories);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public EntryId addEntry(MeetingId meeting, AgendaItemId item, String text) {
        return entries.insert(meeting, item, EntryKind.INFORMATION, requiredText(text));
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void updateEntry(MeetingId meeting, EntryId id, int version, String text) {
        minutes.updateEntry(meeting, id, version, requiredText(text));
    }

    private static String requiredText(String typed) {
        String text = Input.text(typed, MAX_TEXT);
        if (text.isEmpty()) {
            throw new InvalidInputException("input.required");
        }
        return text;
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeEntry(MeetingId meeting, EntryId id, int version) {
        minutes.deleteEntry(meeting, id, version);
    }

    /** A resolution of a meeting run here gets the next number when it comes without one; old minutes keep theirs. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public ResolutionId addResolution(MeetingId meeting, ResolutionData data) {
        requiredText(data.text());
        return data.number() == null && meetings.get(meeting).origin() == MeetingOrigin.DESK
                ? resolutions.record(meeting, null, data.text())
                : minutes.insertResolution(meeting, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void updateResolution(MeetingId meeting, ResolutionId id, int version, ResolutionData data) {
        requiredText(data.text());
        minutes.updateResolution(meeting, id, version, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeResolution(MeetingId meeting, ResolutionId id, int version) {
        minutes.deleteResolution(meeting, id, version);
    }

    /** Keeps the minutes as they were read, before anybody corrects them. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void keepImported(MeetingId meeting) {
        keep(meeting, page(meeting).content(), RevisionReason.IMPORTED);
    }

    /**
     * Returns the minutes as PDF, rendered from a revision: the last one, or a new one when something was changed since.
     */
    @PreAuthorize("@meetingRights.read(#meeting)")
    public MinutesFile pdf(MeetingId meeting, Audience audience) {
        MinutesPage page = page(meeting);
        MinutesContent content = page.content();
        keep(meeting, content, RevisionReason.RENDERED);
        Logo logo = groups.logo(page.meeting().group())
                .map(picture -> Logo.of(picture, page.meeting().groupName()))
                .orElse(null);
        return new MinutesFile(
                fileName(page.meeting(), audience), MinutesPdf.render(content, audience, logo, Instant.now(clock)));
    }

    private void keep(MeetingId meeting, MinutesContent content, RevisionReason reason) {
        revisions.keep(
                meeting,
                reason,
                content,
                Instant.now(clock),
                CurrentActor.find().map(Actor::name).orElse(null));
    }

    private static String fileName(Meeting meeting, Audience audience) {
        String version = audience == Audience.PUBLIC ? "-verejny" : "-interni";
        return "zapis-" + meeting.data().heldOn() + version + ".pdf";
    }
}
