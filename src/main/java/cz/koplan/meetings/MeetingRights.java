package cz.koplan.meetings;

import cz.koplan.groups.GroupRights;
import cz.koplan.shared.actor.CurrentActor;
import org.springframework.stereotype.Component;

/** A meeting is read by those inside its group and written by its coordinators until its minutes are approved. */
@Component("meetingRights")
public class MeetingRights {

    private final MeetingRepository meetings;
    private final GroupRights groups;

    MeetingRights(MeetingRepository meetings, GroupRights groups) {
        this.meetings = meetings;
        this.groups = groups;
    }

    public boolean read(MeetingId meeting) {
        return meetings.groupOf(meeting).filter(groups::readInside).isPresent();
    }

    public boolean write(MeetingId meeting) {
        return CurrentActor.find()
                .filter(actor -> meetings.coordinatesOpen(actor.person(), meeting))
                .isPresent();
    }

    /** Also after approval: what is for the coordinators' eyes, and what comes after the meeting. */
    public boolean coordinates(MeetingId meeting) {
        return CurrentActor.find()
                .filter(actor -> meetings.coordinates(actor.person(), meeting))
                .isPresent();
    }
}
