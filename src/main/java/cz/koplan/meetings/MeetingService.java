package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class MeetingService {

    private final MeetingRepository meetings;
    private final Clock clock;

    MeetingService(MeetingRepository meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Returns a page of the meetings that the actor may read, the newest first. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<MeetingRow> rows(MeetingFilter filter, int offset, int limit) {
        return meetings.rows(filter, visible(), offset, limit);
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
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        return actor.planner() ? MeetingRepository.everyGroup() : MeetingRepository.groupsOf(actor.person(), today);
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

    /** Creates a meeting read from old minutes: it was held, and nobody is invited to it. */
    @PreAuthorize("@groupRights.coordinates(#group)")
    public MeetingId createImported(GroupId group, MeetingData data) {
        return meetings.insert(group, data, MeetingState.HELD, MeetingOrigin.IMPORT);
    }

    @PreAuthorize("@meetingRights.write(#id)")
    public void update(MeetingId id, int version, MeetingData data) {
        meetings.update(id, version, data);
    }

    @PreAuthorize("@meetingRights.read(#id)")
    @Transactional(readOnly = true)
    public List<AgendaItem> agenda(MeetingId id) {
        return meetings.agenda(id);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public AgendaItemId addAgendaItem(MeetingId meeting, AgendaItemData data) {
        return meetings.insertAgendaItem(meeting, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void updateAgendaItem(MeetingId meeting, AgendaItemId id, int version, AgendaItemData data) {
        meetings.updateAgendaItem(meeting, id, version, data);
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
