package cz.koplan.tasks;

import cz.koplan.groups.GroupRights;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * A task lives on after the meeting where it was given: coordinators of its group write it even when the minutes of that
 * meeting are approved, those inside the group read it (one given under an item for coordinators only they alone), and
 * its owner may say that it is done.
 *
 * <p>The owner is the person, or whoever speaks for the organisation in the task's group that day: a delegate of the
 * organisation elsewhere stays outside of the group. Who comes by a personal link to a meeting owns tasks of its group only.
 */
@Component("taskRights")
public class TaskRights {

    private final TaskRepository tasks;
    private final GroupRights groups;
    private final Clock clock;

    TaskRights(TaskRepository tasks, GroupRights groups, Clock clock) {
        this.tasks = tasks;
        this.groups = groups;
        this.clock = clock;
    }

    public boolean read(TaskId task) {
        return owns(task)
                || (tasks.groupOf(task).filter(groups::readInside).isPresent()
                        && CurrentActor.find()
                                .filter(actor -> tasks.isSeen(task, actor.person()))
                                .isPresent());
    }

    public boolean write(TaskId task) {
        return tasks.groupOf(task).filter(groups::coordinates).isPresent();
    }

    public boolean finish(TaskId task) {
        return write(task) || owns(task);
    }

    /** A task of the meeting's group that the person owns. */
    public boolean finishOwn(MeetingId meeting, TaskId task) {
        return owns(task) && tasks.isInGroupOf(meeting, task);
    }

    private boolean owns(TaskId task) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        return CurrentActor.findPerson()
                        .filter(person -> tasks.owns(task, person, today))
                        .isPresent()
                && CurrentActor.findVisitor()
                        .map(visitor -> visitor.purpose() == LinkPurpose.MEETING
                                && tasks.isInGroupOf(new MeetingId(visitor.subject()), task))
                        .orElse(true);
    }
}
