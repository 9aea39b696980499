package cz.koplan.invitations;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AnnouncedAttendance;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was answered and brings the expected attendance in line. Who may answer is for the services to say. */
@Component
class Answers {

    /** An answer as far as the attendance depends on it; {@code through} is null for a member who is a person. */
    record Given(PersonId person, AnswerData data, @Nullable DelegateKind through) {}

    private static final Comparator<Given> DELEGATE_FIRST =
            Comparator.comparing(given -> given.through() == DelegateKind.DEPUTY);

    private final AnswerRepository answers;
    private final AnnouncedAttendance attendance;
    private final Clock clock;

    Answers(AnswerRepository answers, AnnouncedAttendance attendance, Clock clock) {
        this.answers = answers;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * Stores the person's answer for the member in place of an earlier one. A member for whom anybody comes is expected,
     * with the delegate as speaker before a deputy; one for whom all who answered excused themselves is excused.
     *
     * @throws InvalidInputException when the meeting is over, or the member is a person, who sends no deputy
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void store(MeetingId meeting, MemberId member, PersonId person, AnswerData data) {
        attendance.begin(meeting);
        if (data.answer() == Answer.DEPUTY && answers.isPerson(member)) {
            throw new InvalidInputException("invitations.answer.noDeputy");
        }
        answers.save(
                meeting,
                member,
                person,
                data,
                CurrentActor.findName().orElse(Actor.SYSTEM.name()),
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        announce(meeting, member, answers.given(meeting, member));
    }

    private void announce(MeetingId meeting, MemberId member, List<Given> given) {
        if (given.isEmpty()) {
            return;
        }
        Optional<Given> coming = with(Answer.COMES, given);
        Optional<String> deputy =
                with(Answer.DEPUTY, given).map(answer -> answer.data().deputyName());
        if (coming.isPresent()) {
            attendance.comes(meeting, member, coming.get().person());
        } else if (deputy.isPresent()) {
            attendance.deputyComes(meeting, member, deputy.get());
        } else {
            attendance.excused(meeting, member);
        }
    }

    private static Optional<Given> with(Answer answer, List<Given> given) {
        return given.stream().filter(one -> one.data().answer() == answer).min(DELEGATE_FIRST);
    }
}
