package cz.koplan.situation;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.GROUP_REPORTING;
import static cz.koplan.db.Tables.INVITATION;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PERSONAL_LINK;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.links.LinkId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import cz.koplan.updates.UpdateId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StillValidRepository {

    private static final int DEFAULT_VALID_DAYS = 90;

    /**
     * The last text that a member handed in; times are UTC.
     *
     * @param organisation null where the member is a person
     * @param lastWordAt when the member last handed in anything in the group, also that there is no news
     * @param validDays after how many days it is asked for
     */
    record LastUpdate(
            MemberId member,
            GroupId group,
            String groupName,
            @Nullable OrganisationId organisation,
            @Nullable String organisationName,
            UpdateId update,
            String text,
            LocalDateTime submittedAt,
            LocalDateTime lastWordAt,
            @Nullable LocalDateTime confirmedAt,
            @Nullable LocalDateTime askedAt,
            int validDays) {

        boolean isDue(LocalDateTime now) {
            LocalDateTime since = confirmedAt != null && confirmedAt.isAfter(lastWordAt) ? confirmedAt : lastWordAt;
            return !since.plusDays(validDays).isAfter(now);
        }

        /** Whether a mail may ask: once, and again after as long a time without an answer. */
        boolean isToBeAsked(LocalDateTime now) {
            return isDue(now)
                    && (askedAt == null || !askedAt.plusDays(validDays).isAfter(now));
        }
    }

    /**
     * Somebody who speaks for a member.
     *
     * @param kind null where the member is this person
     * @param email null when none is known
     * @param signsIn whether they have an account
     */
    record Recipient(
            MemberId member,
            PersonId person,
            String name,
            @Nullable DelegateKind kind,
            @Nullable String email,
            boolean signsIn,
            String language) {}

    /** A way in by an invitation to a meeting ahead. */
    record Door(PersonId person, GroupId group, LinkId link) {}

    record Contact(String name, @Nullable String email) {}

    private static final Condition OF_ORGANISATION = PROVIDER_UPDATE
            .GROUP_ID
            .eq(GROUP_MEMBER.GROUP_ID)
            .and(PROVIDER_UPDATE.ORGANISATION_ID.eq(GROUP_MEMBER.ORGANISATION_ID));
    private static final Condition OF_PERSON = PROVIDER_UPDATE
            .GROUP_ID
            .eq(GROUP_MEMBER.GROUP_ID)
            .and(PROVIDER_UPDATE.PERSON_ID.eq(GROUP_MEMBER.PERSON_ID));

    private final DSLContext db;

    StillValidRepository(DSLContext db) {
        this.db = db;
    }

    List<LastUpdate> ofMember(MemberId member, LocalDate today) {
        return last(GROUP_MEMBER.ID.eq(member), today);
    }

    List<LastUpdate> ofMembers(Collection<MemberId> members, LocalDate today) {
        return last(GROUP_MEMBER.ID.in(members), today);
    }

    List<LastUpdate> ofOrganisation(OrganisationId organisation, LocalDate today) {
        return List.copyOf(last(
                GROUP_MEMBER.ORGANISATION_ID.eq(organisation).and(ScopeRepository.memberOn(today)), OF_ORGANISATION));
    }

    List<LastUpdate> ofActiveGroups(LocalDate today) {
        return last(WORKING_GROUP.ACTIVE.isTrue(), today);
    }

    /** Returns the last texts, as far as they have not ended, of the members of that day. */
    private List<LastUpdate> last(Condition wanted, LocalDate today) {
        Condition membership = wanted.and(ScopeRepository.memberOn(today));
        // Each by its own key: with both in one condition the database would go through all updates of the group.
        return Stream.of(OF_ORGANISATION, OF_PERSON)
                .flatMap(ofMember -> last(membership, ofMember).stream())
                .toList();
    }

    private Collection<LastUpdate> last(Condition membership, Condition ofMember) {
        Field<LocalDateTime> lastText = max(when(PROVIDER_UPDATE.SUBMITTED_TEXT.ne(""), PROVIDER_UPDATE.SUBMITTED_AT))
                .as("last_text");
        Field<LocalDateTime> lastWord = max(PROVIDER_UPDATE.SUBMITTED_AT).as("last_word");
        var words = select(GROUP_MEMBER.ID, lastText, lastWord)
                .from(GROUP_MEMBER)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .join(PROVIDER_UPDATE)
                .on(ofMember)
                .where(membership)
                .and(PROVIDER_UPDATE.SUBMITTED_AT.isNotNull())
                .groupBy(GROUP_MEMBER.ID)
                .asTable("words");
        return db
                .select(
                        GROUP_MEMBER.ID,
                        WORKING_GROUP.ID,
                        WORKING_GROUP.NAME,
                        ORGANISATION.ID,
                        ORGANISATION.NAME,
                        PROVIDER_UPDATE.ID,
                        PROVIDER_UPDATE.SUBMITTED_TEXT,
                        PROVIDER_UPDATE.SUBMITTED_AT,
                        words.field(lastWord),
                        PROVIDER_UPDATE.CONFIRMED_AT,
                        PROVIDER_UPDATE.ASKED_AT,
                        coalesce(GROUP_REPORTING.VALID_DAYS, val(DEFAULT_VALID_DAYS)))
                .from(words)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(words.field(GROUP_MEMBER.ID)))
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .join(PROVIDER_UPDATE)
                .on(ofMember.and(PROVIDER_UPDATE.SUBMITTED_AT.eq(words.field(lastText))))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                .leftJoin(GROUP_REPORTING)
                .on(GROUP_REPORTING.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(PROVIDER_UPDATE.SUBMITTED_TEXT.ne(""))
                .and(PROVIDER_UPDATE.ENDED_AT.isNull())
                .orderBy(WORKING_GROUP.NAME, GROUP_MEMBER.ID, PROVIDER_UPDATE.ID)
                .fetch(mapping(LastUpdate::new))
                .stream()
                // Of two handed in at the same moment the later row is the last.
                .collect(Collectors.toMap(
                        LastUpdate::member, update -> update, (first, second) -> second, LinkedHashMap::new))
                .values();
    }

    List<Recipient> recipients(Collection<MemberId> members, LocalDate today) {
        return db.select(
                        GROUP_MEMBER.ID,
                        PERSON.ID,
                        DELEGATE.KIND,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER,
                        PERSON.EMAIL,
                        ACCOUNT.EMAIL,
                        ACCOUNT.ACTIVE,
                        ACCOUNT.LANGUAGE)
                .from(GROUP_MEMBER)
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID.eq(GROUP_MEMBER.ID).and(ScopeRepository.delegateOn(today)))
                .join(PERSON)
                .on(PERSON.ID.eq(coalesce(DELEGATE.PERSON_ID, GROUP_MEMBER.PERSON_ID)))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.ID).and(ACCOUNT.ACTIVE.isTrue()))
                .where(GROUP_MEMBER.ID.in(members))
                .orderBy(DELEGATE.KIND, PERSON.FAMILY_NAME, PERSON.ID)
                .fetch(row -> {
                    String email = row.get(PERSON.EMAIL);
                    return new Recipient(
                            row.get(GROUP_MEMBER.ID),
                            row.get(PERSON.ID),
                            name(row),
                            row.get(DELEGATE.KIND),
                            email != null ? email : row.get(ACCOUNT.EMAIL),
                            Boolean.TRUE.equals(row.get(ACCOUNT.ACTIVE)),
                            row.get(ACCOUNT.LANGUAGE) == null ? "cs" : row.get(ACCOUNT.LANGUAGE));
                });
    }

    private static String name(Record row) {
        return PersonData.displayName(
                row.get(PERSON.TITLE_BEFORE),
                row.get(PERSON.GIVEN_NAME),
                row.get(PERSON.FAMILY_NAME),
                row.get(PERSON.TITLE_AFTER));
    }

    /** Returns invitations to meetings ahead whose link works, the next meeting first. */
    List<Door> doors(Collection<PersonId> people, LocalDate today, LocalDateTime now) {
        return db.select(INVITATION.PERSON_ID, MEETING.GROUP_ID, INVITATION.LINK_ID)
                .from(INVITATION)
                .join(MEETING)
                .on(MEETING.ID.eq(INVITATION.MEETING_ID))
                .join(PERSONAL_LINK)
                .on(PERSONAL_LINK.ID.eq(INVITATION.LINK_ID))
                .where(INVITATION.PERSON_ID.in(people))
                .and(INVITATION.WITHDRAWN_AT.isNull())
                .and(MEETING.HELD_ON.ge(today))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS))
                .and(PERSONAL_LINK.REVOKED_AT.isNull())
                .and(PERSONAL_LINK.EXPIRES_AT.gt(now))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .fetch(mapping(Door::new));
    }

    /** Returns the coordinators of the groups, those with an address first. */
    Map<GroupId, List<Contact>> coordinators(Collection<GroupId> groups) {
        return db.select(
                        GROUP_COORDINATOR.GROUP_ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER,
                        coalesce(PERSON.EMAIL, ACCOUNT.EMAIL))
                .from(GROUP_COORDINATOR)
                .join(PERSON)
                .on(PERSON.ID.eq(GROUP_COORDINATOR.PERSON_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.ID).and(ACCOUNT.ACTIVE.isTrue()))
                .where(GROUP_COORDINATOR.GROUP_ID.in(groups))
                .orderBy(field(coalesce(PERSON.EMAIL, ACCOUNT.EMAIL).isNull()), GROUP_COORDINATOR.ID)
                .fetchGroups(
                        row -> row.get(GROUP_COORDINATOR.GROUP_ID),
                        row -> new Contact(name(row), row.get(5, String.class)));
    }

    void setAsked(Collection<UpdateId> updates, LocalDateTime now) {
        db.selectFrom(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.ID.in(updates))
                .orderBy(PROVIDER_UPDATE.ID)
                .forUpdate()
                .fetch()
                .forEach(row -> {
                    row.setAskedAt(now);
                    Versions.update(row);
                });
    }

    /** Tells whether it could be confirmed: not when it has ended. */
    boolean confirm(MemberId member, UpdateId update, LocalDateTime now) {
        ProviderUpdateRecord row = lock(member, update);
        if (row.getEndedAt() != null) {
            return false;
        }
        row.setConfirmedAt(now);
        Versions.update(row);
        return true;
    }

    /** The first end stays. */
    void end(MemberId member, UpdateId update, LocalDateTime now) {
        ProviderUpdateRecord row = lock(member, update);
        if (row.getEndedAt() == null) {
            row.setEndedAt(now);
            Versions.update(row);
        }
    }

    void resume(MemberId member, UpdateId update) {
        ProviderUpdateRecord row = lock(member, update);
        if (row.getEndedAt() != null) {
            row.setEndedAt(null);
            Versions.update(row);
        }
    }

    /** @throws NotFoundException when the member handed in no such update */
    private ProviderUpdateRecord lock(MemberId member, UpdateId update) {
        return db.select(PROVIDER_UPDATE.asterisk())
                .from(PROVIDER_UPDATE)
                .join(GROUP_MEMBER)
                .on(OF_ORGANISATION.or(OF_PERSON))
                .where(PROVIDER_UPDATE.ID.eq(update))
                .and(GROUP_MEMBER.ID.eq(member))
                .and(PROVIDER_UPDATE.SUBMITTED_AT.isNotNull())
                .forUpdate()
                .fetchOptionalInto(PROVIDER_UPDATE)
                .orElseThrow(() -> new NotFoundException(update));
    }
}
