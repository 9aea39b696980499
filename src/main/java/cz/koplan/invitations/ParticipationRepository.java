package cz.koplan.invitations;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.INVITATION;
import static cz.koplan.db.Tables.INVITATION_ANSWER;

import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.PersonId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ParticipationRepository {

    private final DSLContext db;

    ParticipationRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns what anybody answered for the members, the oldest first. */
    List<GivenAnswer> answers(MeetingId meeting, List<MemberId> members) {
        return db.selectFrom(INVITATION_ANSWER)
                .where(INVITATION_ANSWER.MEETING_ID.eq(meeting))
                .and(INVITATION_ANSWER.MEMBER_ID.in(members))
                .orderBy(INVITATION_ANSWER.ANSWERED_AT, INVITATION_ANSWER.ID)
                .fetch(row -> new GivenAnswer(
                        row.getMemberId(),
                        row.getPersonId(),
                        new AnswerData(row.getAnswer(), row.getReason(), row.getDeputyName()),
                        row.getAnsweredByName(),
                        row.getAnsweredAt()));
    }

    /** Returns the number of the calendar entry that the person was sent last; 0 when none was. */
    int sequence(MeetingId meeting, PersonId person) {
        return db.select(INVITATION.SEQUENCE)
                .from(INVITATION)
                .where(INVITATION.MEETING_ID.eq(meeting))
                .and(INVITATION.PERSON_ID.eq(person))
                .fetchOptional(INVITATION.SEQUENCE)
                .orElse(0);
    }

    Optional<String> language(PersonId person) {
        return db.select(ACCOUNT.LANGUAGE)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(person))
                .fetchOptional(ACCOUNT.LANGUAGE);
    }
}
