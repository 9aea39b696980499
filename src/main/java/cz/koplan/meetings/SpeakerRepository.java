package cz.koplan.meetings;

import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;

import cz.koplan.organisations.PersonData;
import cz.koplan.shared.actor.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SpeakerRepository {

    private final DSLContext db;

    SpeakerRepository(DSLContext db) {
        this.db = db;
    }

    Set<MeetingId> attended(Collection<MeetingId> wanted, PersonId person) {
        return db.select(MEETING.ID)
                .from(MEETING)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER
                        .GROUP_ID
                        .eq(MEETING.GROUP_ID)
                        .and(GROUP_MEMBER.VALID_FROM.le(MEETING.HELD_ON))
                        .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(MEETING.HELD_ON))))
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID
                        .eq(GROUP_MEMBER.ID)
                        .and(DELEGATE.PERSON_ID.eq(person))
                        .and(DELEGATE.VALID_FROM.le(MEETING.HELD_ON))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(MEETING.HELD_ON))))
                .where(MEETING.ID.in(wanted))
                .and(GROUP_MEMBER.PERSON_ID.eq(person).or(DELEGATE.ID.isNotNull()))
                .fetchSet(MEETING.ID);
    }

    /** Returns the members of the meeting's day for which the person speaks that day. */
    List<Voice> voices(MeetingId meeting, PersonId person) {
        return db.select(
                        GROUP_MEMBER.ID,
                        GROUP_MEMBER.ORGANISATION_ID,
                        ORGANISATION.NAME,
                        DELEGATE.KIND,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER)
                .from(MEETING)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER
                        .GROUP_ID
                        .eq(MEETING.GROUP_ID)
                        .and(GROUP_MEMBER.VALID_FROM.le(MEETING.HELD_ON))
                        .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(MEETING.HELD_ON))))
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID
                        .eq(GROUP_MEMBER.ID)
                        .and(DELEGATE.PERSON_ID.eq(person))
                        .and(DELEGATE.VALID_FROM.le(MEETING.HELD_ON))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(MEETING.HELD_ON))))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(person))
                .where(MEETING.ID.eq(meeting))
                .and(GROUP_MEMBER.PERSON_ID.eq(person).or(DELEGATE.ID.isNotNull()))
                .orderBy(GROUP_MEMBER.ID, DELEGATE.KIND)
                .fetch(row -> new Voice(
                        row.get(GROUP_MEMBER.ID),
                        row.get(GROUP_MEMBER.ORGANISATION_ID),
                        person,
                        row.get(ORGANISATION.NAME) != null
                                ? row.get(ORGANISATION.NAME)
                                : PersonData.displayName(
                                        row.get(PERSON.TITLE_BEFORE),
                                        row.get(PERSON.GIVEN_NAME),
                                        row.get(PERSON.FAMILY_NAME),
                                        row.get(PERSON.TITLE_AFTER)),
                        row.get(DELEGATE.KIND)));
    }
}
