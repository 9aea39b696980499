package cz.koplan.mail;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails are seen by administrators, and those of a group by its coordinators. */
@Component("mailRights")
public class MailRights {

    private final MailRepository mails;
    private final GroupRights groups;
    private final MeetingRights meetings;

    MailRights(MailRepository mails, GroupRights groups, MeetingRights meetings) {
        this.mails = mails;
        this.groups = groups;
        this.meetings = meetings;
    }

    public boolean see() {
        return admin() || groups.coordinatesAny();
    }

    public boolean see(MailId mail) {
        return admin() || mails.groupOf(mail).filter(groups::coordinates).isPresent();
    }

    public boolean see(MeetingId meeting) {
        return admin() || meetings.coordinates(meeting);
    }

    /** Returns the groups whose mails the actor sees; empty means every one, and mails without a group. */
    Optional<List<GroupId>> seen() {
        return admin() ? Optional.empty() : Optional.of(groups.coordinated());
    }

    private static boolean admin() {
        return CurrentActor.find().filter(Actor::admin).isPresent();
    }
}
