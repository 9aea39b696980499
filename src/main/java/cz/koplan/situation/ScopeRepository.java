package cz.koplan.situation;

import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.updates.UpdateId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ScopeRepository {

    /** Where an update belongs; {@code organisation} is null for persons and for labels of old minutes. */
    record UpdateOwner(GroupId group, @Nullable OrganisationId organisation) {}

    private final DSLContext db;

    ScopeRepository(DSLContext db) {
        this.db = db;
    }

    Set<GroupId> coordinated(PersonId person) {
        return db.select(GROUP_COORDINATOR.GROUP_ID)
                .from(GROUP_COORDINATOR)
                .where(GROUP_COORDINATOR.PERSON_ID.eq(person))
                .fetchSet(GROUP_COORDINATOR.GROUP_ID);
    }

    /** Returns the groups in which the person speaks that day, for an organisation or as a member. */
    Set<GroupId> belongsTo(PersonId person, LocalDate day) {
        return db.select(GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.PERSON_ID.eq(person))
                .and(memberOn(day))
                .union(select(GROUP_MEMBER.GROUP_ID)
                        .from(DELEGATE)
                        .join(GROUP_MEMBER)
                        .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                        .where(DELEGATE.PERSON_ID.eq(person))
                        .and(delegateOn(day))
                        .and(memberOn(day)))
                .fetchSet(row -> row.value1());
    }

    boolean speaksFor(OrganisationId organisation, PersonId person, LocalDate day) {
        return db.fetchExists(selectOne()
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .where(GROUP_MEMBER.ORGANISATION_ID.eq(organisation))
                .and(DELEGATE.PERSON_ID.eq(person))
                .and(delegateOn(day))
                .and(memberOn(day)));
    }

    /** Returns the members for which the person speaks that day, themselves included. */
    Set<MemberId> spokenFor(PersonId person, LocalDate day) {
        return db.select(GROUP_MEMBER.ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.PERSON_ID.eq(person))
                .and(memberOn(day))
                .union(select(GROUP_MEMBER.ID)
                        .from(DELEGATE)
                        .join(GROUP_MEMBER)
                        .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                        .where(DELEGATE.PERSON_ID.eq(person))
                        .and(delegateOn(day))
                        .and(memberOn(day)))
                .fetchSet(row -> row.value1());
    }

    boolean speaksFor(MemberId member, PersonId person, LocalDate day) {
        return db.fetchExists(selectOne()
                .from(GROUP_MEMBER)
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID.eq(GROUP_MEMBER.ID).and(delegateOn(day)))
                .where(GROUP_MEMBER.ID.eq(member))
                .and(memberOn(day))
                .and(GROUP_MEMBER.PERSON_ID.eq(person).or(DELEGATE.PERSON_ID.eq(person))));
    }

    Optional<GroupId> groupOf(MemberId member) {
        return db.select(GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.ID.eq(member))
                .fetchOptional(GROUP_MEMBER.GROUP_ID);
    }

    Optional<GroupId> groupOf(MeetingId meeting) {
        return db.select(MEETING.GROUP_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .fetchOptional(MEETING.GROUP_ID);
    }

    Optional<UpdateOwner> ownerOf(UpdateId update) {
        return db.select(PROVIDER_UPDATE.GROUP_ID, PROVIDER_UPDATE.ORGANISATION_ID)
                .from(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.ID.eq(update))
                .fetchOptional(row -> new UpdateOwner(row.value1(), row.value2()));
    }

    static Condition memberOn(LocalDate day) {
        return GROUP_MEMBER
                .VALID_FROM
                .le(day)
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)));
    }

    static Condition delegateOn(LocalDate day) {
        return DELEGATE.VALID_FROM.le(day).and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(day)));
    }
}
