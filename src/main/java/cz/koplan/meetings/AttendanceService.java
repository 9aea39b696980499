package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupService;
import cz.koplan.pdf.Logo;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a meeting, by organisation. Single fields are changed without the version seen: at a meeting the last
 * word counts, and the change log keeps those before it.
 */
@Service
@Transactional
public class AttendanceService {

    private static final Set<MeetingState> AHEAD =
            Set.of(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS);

    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII),
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private final AttendanceRepository attendance;
    private final MeetingRepository meetings;
    private final AgendaRepository agendas;
    private final GroupService groups;
    private final FileStore files;
    private final Clock clock;

    AttendanceService(
            AttendanceRepository attendance,
            MeetingRepository meetings,
            AgendaRepository agendas,
            GroupService groups,
            FileStore files,
            Clock clock) {
        this.attendance = attendance;
        this.meetings = meetings;
        this.agendas = agendas;
        this.groups = groups;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Puts the members of the meeting's day on the list of a meeting that is not over yet. What was noted stays, and so
     * does the list of a meeting that was held or cancelled.
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void prepare(MeetingId meeting) {
        if (attendance.lock(meeting).filter(AHEAD::contains).isPresent()) {
            AttendanceRepository.Head head = head(meeting);
            attendance.expectMembers(meeting, head.group(), head.day());
        }
    }

    /** @throws NotFoundException when there is no such meeting */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public AttendanceBoard board(MeetingId meeting) {
        AttendanceRepository.Head head = head(meeting);
        List<AttendanceLine> all = attendance.lines(meeting, head);
        return new AttendanceBoard(
                meeting,
                all.stream().filter(line -> line.kind() != AttendanceKind.GUEST).toList(),
                all.stream().filter(line -> line.kind() == AttendanceKind.GUEST).toList(),
                head.quorumPercent(),
                head.currentItem(),
                head.scanName());
    }

    private AttendanceRepository.Head head(MeetingId meeting) {
        return attendance.head(meeting).orElseThrow(() -> new NotFoundException(meeting));
    }

    /** Empty when the group asks for no quorum. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public Optional<Quorum> quorumAt(MeetingId meeting, AgendaItemId item) {
        return board(meeting).quorumAt(item, agendas.agenda(meeting));
    }

    /**
     * Notes what is known about a member; whoever did not come neither joined nor left.
     *
     * @throws StaleVersionException when the line is gone or a guest's
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void note(MeetingId meeting, AttendanceId line, AttendanceKind kind) {
        if (kind == AttendanceKind.GUEST) {
            throw new IllegalArgumentException("Guests are added, a member does not become one");
        }
        attendance.note(meeting, line, kind);
    }

    /** Lets a known person speak for the organisation, as its delegate or deputy if that is what they are on the day. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void speaksThrough(MeetingId meeting, AttendanceId line, PersonId person) {
        String name = attendance.personName(person).orElseThrow(() -> new NotFoundException(person));
        attendance.setSpeaker(meeting, line, name, person, head(meeting).day());
    }

    /** Lets somebody else speak for the organisation; an empty name leaves it open who does. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void speaksThrough(MeetingId meeting, AttendanceId line, String name) {
        String clean = Input.line(name, 200);
        attendance.setSpeaker(
                meeting, line, clean == null ? "" : clean, null, head(meeting).day());
    }

    /** They came at the item and so are present; null = from the start. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void joined(MeetingId meeting, AttendanceId line, @Nullable AgendaItemId item) {
        requireOrder(meeting, item, line(meeting, line).leftAt());
        attendance.setJoined(meeting, line, item);
    }

    /** They were present and left before the item; null = they stay until the end. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void left(MeetingId meeting, AttendanceId line, @Nullable AgendaItemId item) {
        requireOrder(meeting, line(meeting, line).joinedAt(), item);
        attendance.setLeft(meeting, line, item);
    }

    private AttendeeData line(MeetingId meeting, AttendanceId line) {
        return meetings.attendance(meeting).stream()
                .filter(attendee -> attendee.id().equals(line))
                .map(Attendee::data)
                .findFirst()
                .orElseThrow(StaleVersionException::new);
    }

    private void requireOrder(MeetingId meeting, @Nullable AgendaItemId joined, @Nullable AgendaItemId left) {
        List<AgendaItem> agenda = agendas.agenda(meeting);
        for (AgendaItemId item : Arrays.asList(joined, left)) {
            if (item != null && AgendaItem.indexIn(agenda, item) < 0) {
                throw new NotFoundException(item);
            }
        }
        if (left != null && AgendaItem.indexIn(agenda, left) <= AgendaItem.indexIn(agenda, joined)) {
            throw new InvalidInputException("attendance.left.beforeJoined");
        }
    }

    /** Adds somebody from outside the group, with or without an organisation. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public AttendanceId addGuest(MeetingId meeting, String name, @Nullable String organisationLabel) {
        return meetings.insertAttendee(
                meeting, new AttendeeData(name, null, null, organisationLabel, AttendanceKind.GUEST));
    }

    /** Removes the guest, if nobody did so before. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeGuest(MeetingId meeting, AttendanceId guest) {
        attendance.deleteGuest(meeting, guest);
    }

    /** Returns the list to be signed, as a PDF. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public byte[] sheet(MeetingId meeting) {
        Meeting whole = meetings.find(meeting).orElseThrow(() -> new NotFoundException(meeting));
        Logo logo = groups.logo(whole.group())
                .map(picture -> Logo.of(picture, whole.groupName()))
                .orElse(null);
        return AttendanceSheetPdf.render(whole, board(meeting), logo, clock.instant());
    }

    /** Attaches the signed list, in place of the one before: PDF, PNG or JPEG of at most 25 MB. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void attachScan(MeetingId meeting, String name, byte[] content) {
        if (content.length > FileStore.MAX_BYTES) {
            throw new InvalidInputException("attendance.scan.tooBig");
        }
        String type = mediaType(content).orElseThrow(() -> new InvalidInputException("attendance.scan.unusable"));
        String clean = Input.line(name);
        attendance.setScan(meeting, files.store(clean == null ? "scan" : clean, type, content));
    }

    /** What the content begins with counts, not what the file is called. */
    private static Optional<String> mediaType(byte[] content) {
        return BEGINNINGS.entrySet().stream()
                .filter(beginning ->
                        Arrays.equals(beginning.getValue(), Arrays.copyOf(content, beginning.getValue().length)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public Optional<AttendanceScan> scan(MeetingId meeting) {
        FileId scan = head(meeting).scan();
        if (scan == null) {
            return Optional.empty();
        }
        byte[] content = files.read(scan);
        return Optional.of(
                new AttendanceScan(files.name(scan), mediaType(content).orElseThrow(), content));
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeScan(MeetingId meeting) {
        attendance.setScan(meeting, null);
    }

    /** Returns the years in which the group met, the last one first. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public List<Integer> years(GroupId group) {
        return attendance.years(group);
    }

    /** Returns how often members came to the meetings held that year, sorted by name; guests are left out. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public List<AttendanceTally> statistics(GroupId group, int year) {
        return attendance.tally(group, year);
    }
}
