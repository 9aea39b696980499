package cz.koplan.meetings;

import cz.koplan.groups.MemberId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What members announce about coming, put down in the list of a meeting that is not over. What was noted at the meeting
 * itself stays. Who may announce is for the caller to say.
 */
@Component
public class AnnouncedAttendance {

    private static final Set<MeetingState> AHEAD =
            Set.of(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS);

    private final AttendanceRepository attendance;

    AnnouncedAttendance(AttendanceRepository attendance) {
        this.attendance = attendance;
    }

    /**
     * Makes others who announce for the same meeting wait until the transaction ends, and gives every member a line.
     *
     * @throws InvalidInputException when the meeting was held or cancelled
     */
    public void begin(MeetingId meeting) {
        if (attendance.lock(meeting).filter(AHEAD::contains).isEmpty()) {
            throw new InvalidInputException("invitations.answer.over");
        }
        attendance.expectMembers(meeting, head(meeting).group(), day(meeting));
    }

    /** The person comes and speaks for the member. */
    public void comes(MeetingId meeting, MemberId member, PersonId person) {
        String name = attendance.personName(person).orElseThrow(() -> new NotFoundException(person));
        attendance.announce(meeting, member, AttendanceKind.EXPECTED, name, person, day(meeting));
    }

    /** Somebody outside the list of delegates comes for the member. */
    public void deputyComes(MeetingId meeting, MemberId member, String name) {
        attendance.announce(meeting, member, AttendanceKind.EXPECTED, name, null, day(meeting));
    }

    /** Nobody comes for the member. */
    public void excused(MeetingId meeting, MemberId member) {
        attendance.announce(meeting, member, AttendanceKind.EXCUSED, null, null, day(meeting));
    }

    private LocalDate day(MeetingId meeting) {
        return head(meeting).day();
    }

    private AttendanceRepository.Head head(MeetingId meeting) {
        return attendance.head(meeting).orElseThrow(() -> new NotFoundException(meeting));
    }
}
