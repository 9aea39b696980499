package cz.koplan.meetings;

import cz.koplan.groups.MemberId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever speaks for a member on the day of a meeting takes part in it: signed in, or with a personal link to this
 * meeting. What they report they may write until the minutes are approved.
 */
@Component("speakerRights")
public class SpeakerRights {

    private final SpeakerRepository speakers;
    private final MeetingRepository meetings;

    SpeakerRights(SpeakerRepository speakers, MeetingRepository meetings) {
        this.speakers = speakers;
        this.meetings = meetings;
    }

    /** Returns the members for which whoever acts speaks at the meeting, in the order in which they joined. */
    public List<Voice> voices(MeetingId meeting) {
        return person(meeting)
                .map(person -> TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                        ? known(new Asked(meeting, person))
                        : speakers.voices(meeting, person))
                .orElse(List.of());
    }

    private record Asked(MeetingId meeting, PersonId person) {}

    /** Services ask one after the other; while a transaction only reads, the answer stays the same. */
    @SuppressWarnings("unchecked")
    private List<Voice> known(Asked asked) {
        if (TransactionSynchronizationManager.getResource(asked) instanceof List<?> found) {
            return (List<Voice>) found;
        }
        List<Voice> found = speakers.voices(asked.meeting(), asked.person());
        TransactionSynchronizationManager.bindResource(asked, found);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(asked);
            }
        });
        return found;
    }

    /** Returns those of the meetings in which the signed-in person takes part. */
    public Set<MeetingId> attended(Collection<MeetingId> wanted) {
        return CurrentActor.find()
                .map(actor -> speakers.attended(wanted, actor.person()))
                .orElse(Set.of());
    }

    public boolean takesPart(MeetingId meeting) {
        return !voices(meeting).isEmpty();
    }

    public boolean speaksFor(MeetingId meeting, MemberId member) {
        return voices(meeting).stream().anyMatch(voice -> voice.member().equals(member));
    }

    public boolean reports(MeetingId meeting, MemberId member) {
        return meetings.isOpen(meeting) && speaksFor(meeting, member);
    }

    /** A link to one meeting says nothing about another. */
    private static Optional<PersonId> person(MeetingId meeting) {
        return CurrentActor.findVisitor()
                        .map(visitor ->
                                visitor.purpose() == LinkPurpose.MEETING && visitor.subject() == meeting.value())
                        .orElse(true)
                ? CurrentActor.findPerson()
                : Optional.empty();
    }
}
