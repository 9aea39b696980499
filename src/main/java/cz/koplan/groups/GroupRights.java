package cz.koplan.groups;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody may do with a group: by being its coordinator, by belonging to it, or by a global role. */
@Component("groupRights")
public class GroupRights {

    private final GroupRepository groups;
    private final Clock clock;

    GroupRights(GroupRepository groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    public boolean signedIn() {
        return CurrentActor.find().isPresent();
    }

    /** Groups themselves are kept by administrators. */
    public boolean keep() {
        return CurrentActor.find().filter(Actor::admin).isPresent();
    }

    /** Members and delegates are kept by the group's coordinators and by administrators. */
    public boolean keepMembers(GroupId group) {
        return keep() || coordinates(group);
    }

    public boolean keepMembers(MemberId member) {
        return keep() || groups.groupOf(member).filter(this::coordinates).isPresent();
    }

    public boolean keepMembers(DelegateId delegate) {
        return keep() || groups.groupOf(delegate).filter(this::coordinates).isPresent();
    }

    /** Who is in the group is seen by those who belong to it, its coordinators, planners and administrators. */
    public boolean seeMembers(GroupId group) {
        return keep() || readInside(group);
    }

    /** What is said inside the group is read by those who belong to it, its coordinators and planners. */
    public boolean readInside(GroupId group) {
        return CurrentActor.find()
                .filter(actor -> actor.planner()
                        || groups.coordinates(group, actor.person())
                        || groups.belongs(
                                group, actor.person(), LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")))))
                .isPresent();
    }

    public boolean coordinates(GroupId group) {
        return CurrentActor.find()
                .filter(actor -> groups.coordinates(group, actor.person()))
                .isPresent();
    }

    public boolean coordinatesAny() {
        return !coordinated().isEmpty();
    }

    /** Returns the groups that the actor coordinates. */
    public List<GroupId> coordinated() {
        return CurrentActor.find()
                .map(actor -> groups.coordinated(actor.person()))
                .orElse(List.of());
    }
}
