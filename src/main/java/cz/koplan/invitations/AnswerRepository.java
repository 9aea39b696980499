package cz.koplan.invitations;

import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.INVITATION_ANSWER;
import static cz.koplan.db.Tables.MEETING;

import cz.koplan.db.tables.records.InvitationAnswerRecord;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AnswerRepository {

    private final DSLContext db;

    AnswerRepository(DSLContext db) {
        this.db = db;
    }

    boolean isPerson(MemberId member) {
        return db.fetchExists(GROUP_MEMBER, GROUP_MEMBER.ID.eq(member).and(GROUP_MEMBER.PERSON_ID.isNotNull()));
    }

    void save(MeetingId meeting, MemberId member, PersonId person, AnswerData data, String by, LocalDateTime now) {
        InvitationAnswerRecord row = db.selectFrom(INVITATION_ANSWER)
                .where(INVITATION_ANSWER.MEETING_ID.eq(meeting))
                .and(INVITATION_ANSWER.MEMBER_ID.eq(member))
                .and(INVITATION_ANSWER.PERSON_ID.eq(person))
                .forUpdate()
                .fetchOptional()
                .orElseGet(() -> db.newRecord(INVITATION_ANSWER));
        row.setMeetingId(meeting);
        row.setMemberId(member);
        row.setPersonId(person);
        row.setAnswer(data.answer());
        row.setReason(data.reason());
        row.setDeputyName(data.deputyName());
        row.setAnsweredByName(by);
        if (row.getId() == null) {
            row.setAnsweredAt(now);
            row.insert();
        } else if (row.modified()) {
            row.setAnsweredAt(now);
            Versions.update(row);
        }
    }

    /** Returns the answers of those who still speak for the member on the day of the meeting, the oldest first. */
    List<Answers.Given> given(MeetingId meeting, MemberId member) {
        Map<PersonId, Optional<DelegateKind>> speakers = speakers(meeting, member);
        return db
                .selectFrom(INVITATION_ANSWER)
                .where(INVITATION_ANSWER.MEETING_ID.eq(meeting))
                .and(INVITATION_ANSWER.MEMBER_ID.eq(member))
                .orderBy(INVITATION_ANSWER.ANSWERED_AT, INVITATION_ANSWER.ID)
                .forUpdate()
                .fetch()
                .stream()
                .filter(row -> speakers.containsKey(row.getPersonId()))
                .map(row -> new Answers.Given(
                        row.getPersonId(),
                        new AnswerData(row.getAnswer(), row.getReason(), row.getDeputyName()),
                        speakers.getOrDefault(row.getPersonId(), Optional.empty())
                                .orElse(null)))
                .toList();
    }

    /** Returns who speaks for the member that day: the member, or delegates and deputies in that capacity. */
    private Map<PersonId, Optional<DelegateKind>> speakers(MeetingId meeting, MemberId member) {
        Map<PersonId, Optional<DelegateKind>> speakers = new HashMap<>();
        db.select(GROUP_MEMBER.PERSON_ID, DELEGATE.PERSON_ID, DELEGATE.KIND)
                .from(MEETING)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.GROUP_ID.eq(MEETING.GROUP_ID))
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID
                        .eq(GROUP_MEMBER.ID)
                        .and(DELEGATE.VALID_FROM.le(MEETING.HELD_ON))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(MEETING.HELD_ON))))
                .where(MEETING.ID.eq(meeting))
                .and(GROUP_MEMBER.ID.eq(member))
                .orderBy(DELEGATE.KIND)
                .forEach(row -> {
                    if (row.get(GROUP_MEMBER.PERSON_ID) != null) {
                        speakers.put(row.get(GROUP_MEMBER.PERSON_ID), Optional.empty());
                    } else if (row.get(DELEGATE.PERSON_ID) != null) {
                        speakers.putIfAbsent(row.get(DELEGATE.PERSON_ID), Optional.of(row.get(DELEGATE.KIND)));
                    }
                });
        return speakers;
    }
}
