package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import org.springframework.stereotype.Component;

/** What became of proposals is seen by their author, also by the link to a meeting of the group, and by coordinators. */
@Component("backlogRights")
public class BacklogRights {

    private final GroupRights groups;
    private final SpeakerRights speakers;
    private final MeetingRepository meetings;

    BacklogRights(GroupRights groups, SpeakerRights speakers, MeetingRepository meetings) {
        this.groups = groups;
        this.speakers = speakers;
        this.meetings = meetings;
    }

    public boolean seesProposals(GroupId group, PersonId author) {
        return groups.coordinates(group)
                || (CurrentActor.findPerson().filter(author::equals).isPresent() && inside(group));
    }

    private boolean inside(GroupId group) {
        return CurrentActor.findVisitor()
                .map(visitor -> visitor.purpose() == LinkPurpose.MEETING
                        && meetings.groupOf(new MeetingId(visitor.subject()))
                                .filter(group::equals)
                                .isPresent()
                        && speakers.takesPart(new MeetingId(visitor.subject())))
                .orElseGet(() -> groups.readInside(group));
    }
}
