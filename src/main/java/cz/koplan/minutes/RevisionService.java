package cz.koplan.minutes;

import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.Attendee;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.pdf.Logo;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finishes minutes and looks after their revisions: each is whole, stays readable and never changes. */
@Service
@Transactional
public class RevisionService {

    private static final Set<MeetingState> BEGUN = Set.of(MeetingState.IN_PROGRESS, MeetingState.HELD);

    private final RevisionRepository revisions;
    private final MinutesService minutes;
    private final MeetingService meetings;
    private final LifeCycleService lifeCycles;
    private final Restorer restorer;
    private final GroupService groups;
    private final Clock clock;

    RevisionService(
            RevisionRepository revisions,
            MinutesService minutes,
            MeetingService meetings,
            LifeCycleService lifeCycles,
            Restorer restorer,
            GroupService groups,
            Clock clock) {
        this.revisions = revisions;
        this.minutes = minutes;
        this.meetings = meetings;
        this.lifeCycles = lifeCycles;
        this.restorer = restorer;
        this.groups = groups;
        this.clock = clock;
    }

    /** Returns what the minutes lack before they are finished. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    @Transactional(readOnly = true)
    public List<Finding> findings(MeetingId meeting) {
        return FinishChecks.of(minutes.page(meeting));
    }

    /**
     * Finishes the minutes: whoever was expected is absent, empty entries go, the meeting has been held, and a revision
     * keeps it all. After a step back it can be done again.
     *
     * @param overruled findings that a person decided to leave as they are
     * @return the number of the revision
     * @throws InvalidInputException when there are other findings, or the meeting has not begun
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public int finish(MeetingId meeting, Set<Finding.Id> overruled) {
        MinutesPage page = minutes.page(meeting);
        if (!BEGUN.contains(page.meeting().state())) {
            throw new InvalidInputException("minutes.finish.notBegun");
        }
        List<Finding> findings = FinishChecks.of(page);
        long open = findings.stream()
                .filter(finding -> !overruled.contains(finding.id()))
                .count();
        if (open > 0) {
            throw new InvalidInputException("minutes.finish.open", open);
        }
        page.attendance().stream()
                .filter(attendee -> attendee.data().kind() == AttendanceKind.EXPECTED)
                .forEach(attendee ->
                        meetings.updateAttendee(meeting, attendee.id(), attendee.version(), absent(attendee)));
        page.entries().stream()
                .filter(Entry::isEmpty)
                .forEach(entry -> minutes.removeEntry(meeting, entry.id(), entry.version()));
        if (page.meeting().state() == MeetingState.IN_PROGRESS) {
            lifeCycles.step(meeting, MeetingState.HELD, null);
        }
        MinutesContent content = minutes.page(meeting)
                .content()
                .withOverruled(findings.stream()
                        .map(finding -> new MinutesContent.Overruled(finding.check(), finding.subject()))
                        .toList());
        return insert(meeting, RevisionReason.FINISHED, content);
    }

    private static AttendeeData absent(Attendee attendee) {
        AttendeeData data = attendee.data();
        return new AttendeeData(
                data.name(),
                data.person(),
                data.organisation(),
                data.organisationLabel(),
                AttendanceKind.ABSENT,
                data.member(),
                data.through(),
                null,
                null);
    }

    private int insert(MeetingId meeting, RevisionReason reason, MinutesContent content) {
        return revisions.insert(
                meeting, reason, content, Instant.now(clock), CurrentActor.get().name());
    }

    /** Returns the revisions of the minutes, the newest first. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public List<RevisionRow> list(MeetingId meeting) {
        return revisions.rows(meeting);
    }

    /** @throws NotFoundException when the meeting has no such revision */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public MinutesContent content(MeetingId meeting, int number) {
        return revisions.find(meeting, number).orElseThrow(() -> new NotFoundException(meeting));
    }

    /**
     * Compares two revisions, of which {@code before} is shown as the earlier one whatever its number.
     *
     * @throws NotFoundException when the meeting has no such revision
     */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public Comparison compare(MeetingId meeting, int before, int after) {
        return Comparison.of(content(meeting, before), content(meeting, after));
    }

    /**
     * Returns the revision as PDF.
     *
     * @throws NotFoundException when the meeting has no such revision
     */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public MinutesFile pdf(MeetingId meeting, int number, Audience audience) {
        MinutesContent content = content(meeting, number);
        Meeting whole = meetings.get(meeting);
        Logo logo = groups.logo(whole.group())
                .map(picture -> Logo.of(picture, whole.groupName()))
                .orElse(null);
        String version = audience == Audience.PUBLIC ? "-verejny" : "-interni";
        return new MinutesFile(
                "zapis-" + whole.data().heldOn() + "-verze-" + number + version + ".pdf",
                MinutesPdf.render(content, audience, logo, Instant.now(clock)));
    }

    /**
     * Makes the minutes what they were in the revision. What they are now is kept as a revision before.
     *
     * @param withoutLater whether what came to the minutes after the revision goes as well
     * @throws NotFoundException when the meeting has no such revision
     * @throws cz.koplan.shared.changes.StaleVersionException when somebody is writing; nothing is changed then
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public Restored restore(MeetingId meeting, int number, boolean withoutLater) {
        MinutesContent then = content(meeting, number);
        MinutesPage page = minutes.page(meeting);
        revisions.keep(
                meeting,
                RevisionReason.REPLACED,
                page.content(),
                Instant.now(clock),
                CurrentActor.get().name());
        List<String> stayed = restorer.restore(page, then, withoutLater);
        return new Restored(
                insert(meeting, RevisionReason.RESTORED, minutes.page(meeting).content()), List.copyOf(stayed));
    }
}
