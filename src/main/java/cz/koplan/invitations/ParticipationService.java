package cz.koplan.invitations;

import cz.koplan.groups.MemberId;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.SpeakerRights;
import cz.koplan.meetings.Voice;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member's side of a meeting, by a personal link or signed in. Everything may be done twice: a request that comes again
 * finds its work done.
 */
@Service
@Transactional
public class ParticipationService {

    private final ParticipationRepository participations;
    private final InvitationRepository invitations;
    private final Answers answers;
    private final MeetingService meetings;
    private final SpeakerRights rights;
    private final BacklogService backlog;
    private final TaskService tasks;
    private final Clock clock;

    ParticipationService(
            ParticipationRepository participations,
            InvitationRepository invitations,
            Answers answers,
            MeetingService meetings,
            SpeakerRights rights,
            BacklogService backlog,
            TaskService tasks,
            Clock clock) {
        this.participations = participations;
        this.invitations = invitations;
        this.answers = answers;
        this.meetings = meetings;
        this.rights = rights;
        this.backlog = backlog;
        this.tasks = tasks;
        this.clock = clock;
    }

    @PreAuthorize("@speakerRights.takesPart(#meeting)")
    @Transactional(readOnly = true)
    public Participation page(MeetingId meeting) {
        PersonId person = CurrentActor.findPerson().orElseThrow();
        Meeting attended = meetings.attended(meeting);
        List<Voice> voices = each(rights.voices(meeting));
        List<MemberId> members = voices.stream().map(Voice::member).toList();
        return new Participation(
                person,
                participations.language(person).orElse(null),
                attended,
                meetings.attendedAgenda(meeting),
                voices,
                rights.reports(meeting, members.getFirst()),
                participations.answers(meeting, members),
                tasks.ownOpen(meeting));
    }

    /** Returns the meeting as an iCalendar object, the same entry as the invitation's, without the personal link. */
    @PreAuthorize("@speakerRights.takesPart(#meeting)")
    @Transactional(readOnly = true)
    public String calendar(MeetingId meeting) {
        Occasion occasion = invitations.occasion(meeting).orElseThrow(() -> new NotFoundException(meeting));
        var entry = new MeetingCalendar.Entry(
                occasion.publicId(),
                participations.sequence(meeting, CurrentActor.findPerson().orElseThrow()),
                occasion.data(),
                occasion.usualLength(),
                occasion.state() == MeetingState.CANCELLED,
                "");
        return MeetingCalendar.feed(occasion.groupName(), List.of(entry), clock.instant());
    }

    /** Delegate and deputy of one member at once speaks once. */
    private static List<Voice> each(List<Voice> voices) {
        return List.copyOf(voices.stream()
                .collect(Collectors.toMap(
                        Voice::member, Function.identity(), (first, second) -> first, LinkedHashMap::new))
                .values());
    }

    /**
     * Says whether the person comes for the member.
     *
     * @throws cz.koplan.shared.InvalidInputException when the meeting is over, or the member sends no deputies
     */
    @PreAuthorize("@speakerRights.speaksFor(#meeting, #member)")
    public void answer(MeetingId meeting, MemberId member, AnswerData answer) {
        answers.store(meeting, member, CurrentActor.findPerson().orElseThrow(), answer);
    }

    /** Puts a topic into the backlog of the meeting's group. */
    @PreAuthorize("@speakerRights.reports(#meeting, #member)")
    public void proposeItem(MeetingId meeting, MemberId member, String title) {
        backlog.propose(meeting, member, title);
    }

    /** Says that an own task of the meeting's group is done, also after the minutes were approved. */
    @PreAuthorize("@speakerRights.takesPart(#meeting)")
    public void finishTask(MeetingId meeting, TaskId task) {
        tasks.finishOwn(meeting, task);
    }
}
