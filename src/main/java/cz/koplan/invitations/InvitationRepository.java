package cz.koplan.invitations;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.GROUP_REPORTING;
import static cz.koplan.db.Tables.INVITATION;
import static cz.koplan.db.Tables.INVITATION_ANSWER;
import static cz.koplan.db.Tables.MAIL;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MEETING_TEMPLATE;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import cz.koplan.db.tables.records.InvitationRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.links.LinkId;
import cz.koplan.mail.MailId;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.MailState;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class InvitationRepository {

    /** The last mail to a person about a meeting. */
    record LastMail(
            MailKind kind, MailState state, @Nullable String serverAnswer) {}

    /** An answer as it was given; the time is UTC. */
    record StoredAnswer(MemberId member, PersonId person, AnswerData data, String by, LocalDateTime at) {}

    /** How far the members are: by organisation, and by person where a member is one. */
    record Reports(Map<OrganisationId, Reported> organisations, Map<PersonId, Reported> people) {

        Reported of(Seat seat) {
            return seat.organisation() != null
                    ? organisations.getOrDefault(seat.organisation(), Reported.NOTHING)
                    : seat.contact() != null
                            ? people.getOrDefault(seat.contact().person(), Reported.NOTHING)
                            : Reported.NOTHING;
        }
    }

    /** A meeting of a group with the end of the links to it; {@code next} is the one after it. */
    record Linked(MeetingId meeting, LocalDate day, Optional<LocalDate> next) {}

    /** A meeting ahead to whose members something may have to be sent; the days are null without automatic reminders. */
    record Watched(
            MeetingId meeting, LocalDate day, @Nullable Integer reminderDays) {}

    private static final Field<String> EMAIL = coalesce(PERSON.EMAIL, when(ACCOUNT.ACTIVE.isTrue(), ACCOUNT.EMAIL));
    private static final Field<String> LANGUAGE = coalesce(when(ACCOUNT.ACTIVE.isTrue(), ACCOUNT.LANGUAGE), "cs");

    private final DSLContext db;

    InvitationRepository(DSLContext db) {
        this.db = db;
    }

    /** Lets nobody else invite to the meeting until the transaction ends. */
    void lock(MeetingId meeting) {
        db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .forUpdate()
                .fetch();
    }

    Optional<Occasion> occasion(MeetingId id) {
        return db.select(MEETING.asterisk(), WORKING_GROUP.NAME, MEETING_TEMPLATE.STARTS_AT, MEETING_TEMPLATE.ENDS_AT)
                .from(MEETING)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID))
                .leftJoin(MEETING_TEMPLATE)
                .on(MEETING_TEMPLATE.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(MEETING.ID.eq(id))
                .fetchOptional(InvitationRepository::occasion);
    }

    private static Occasion occasion(Record row) {
        return new Occasion(
                row.get(MEETING.ID),
                row.get(MEETING.PUBLIC_ID),
                row.get(MEETING.GROUP_ID),
                row.get(WORKING_GROUP.NAME),
                new MeetingData(
                        row.get(MEETING.TITLE),
                        row.get(MEETING.HELD_ON),
                        row.get(MEETING.STARTS_AT),
                        row.get(MEETING.ENDS_AT),
                        row.get(MEETING.MODE),
                        row.get(MEETING.PLACE),
                        null,
                        null,
                        null),
                row.get(MEETING.STATE),
                MeetingCalendar.usualLength(row.get(MEETING_TEMPLATE.STARTS_AT), row.get(MEETING_TEMPLATE.ENDS_AT)));
    }

    /** Returns the titles of the agenda that everybody may see, in order. */
    List<String> agenda(MeetingId meeting) {
        return db.select(AGENDA_ITEM.TITLE)
                .from(AGENDA_ITEM)
                .where(AGENDA_ITEM.MEETING_ID.eq(meeting))
                .and(AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                .and(AGENDA_ITEM.SKIPPED.isFalse())
                .orderBy(AGENDA_ITEM.POSITION, AGENDA_ITEM.ID)
                .fetch(AGENDA_ITEM.TITLE);
    }

    /** Returns the group's coordinator in whose name is invited: the first one with an address, the same every time. */
    Optional<MeetingCalendar.Party> organiser(GroupId group) {
        return db.select(PERSON.TITLE_BEFORE, PERSON.GIVEN_NAME, PERSON.FAMILY_NAME, PERSON.TITLE_AFTER, EMAIL)
                .from(GROUP_COORDINATOR)
                .join(PERSON)
                .on(PERSON.ID.eq(GROUP_COORDINATOR.PERSON_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.ID))
                .where(GROUP_COORDINATOR.GROUP_ID.eq(group))
                .and(EMAIL.isNotNull())
                .orderBy(GROUP_COORDINATOR.ID)
                .limit(1)
                .fetchOptional(row -> new MeetingCalendar.Party(name(row), row.get(EMAIL)));
    }

    /** Returns the members of the meeting's day with everybody who speaks for them: delegates first, then deputies. */
    List<Seat> seats(Occasion meeting) {
        LocalDate day = meeting.data().heldOn();
        var own = PERSON.as("own");
        return db.select(
                        GROUP_MEMBER.ID,
                        GROUP_MEMBER.ORGANISATION_ID,
                        ORGANISATION.NAME,
                        DELEGATE.KIND,
                        PERSON.ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER,
                        EMAIL,
                        LANGUAGE)
                .from(GROUP_MEMBER)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                .leftJoin(own)
                .on(own.ID.eq(GROUP_MEMBER.PERSON_ID))
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID
                        .eq(GROUP_MEMBER.ID)
                        .and(DELEGATE.VALID_FROM.le(day))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(day))))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(coalesce(DELEGATE.PERSON_ID, GROUP_MEMBER.PERSON_ID)))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.ID))
                .where(GROUP_MEMBER.GROUP_ID.eq(meeting.group()))
                .and(GROUP_MEMBER.VALID_FROM.le(day))
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)))
                .orderBy(
                        coalesce(ORGANISATION.NAME, own.FAMILY_NAME),
                        GROUP_MEMBER.ID,
                        DELEGATE.KIND,
                        PERSON.FAMILY_NAME,
                        DELEGATE.ID)
                .fetch(row -> {
                    Contact contact = row.get(PERSON.ID) == null ? null : contact(row);
                    String organisation = row.get(ORGANISATION.NAME);
                    return new Seat(
                            row.get(GROUP_MEMBER.ID),
                            row.get(GROUP_MEMBER.ORGANISATION_ID),
                            organisation != null ? organisation : contact == null ? "" : contact.name(),
                            contact,
                            row.get(DELEGATE.KIND));
                });
    }

    List<Contact> contacts(Collection<PersonId> people) {
        return db.select(
                        PERSON.ID,
                        PERSON.TITLE_BEFORE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.TITLE_AFTER,
                        EMAIL,
                        LANGUAGE)
                .from(PERSON)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.in(people))
                .orderBy(PERSON.ID)
                .fetch(InvitationRepository::contact);
    }

    private static Contact contact(Record row) {
        return new Contact(row.get(PERSON.ID), name(row), row.get(EMAIL), row.get(LANGUAGE));
    }

    private static String name(Record row) {
        return PersonData.displayName(
                row.get(PERSON.TITLE_BEFORE),
                row.get(PERSON.GIVEN_NAME),
                row.get(PERSON.FAMILY_NAME),
                row.get(PERSON.TITLE_AFTER));
    }

    Map<PersonId, Invitation> invitations(MeetingId meeting) {
        return db.selectFrom(INVITATION)
                .where(INVITATION.MEETING_ID.eq(meeting))
                .orderBy(INVITATION.ID)
                .fetchMap(INVITATION.PERSON_ID, InvitationRepository::invitation);
    }

    private static Invitation invitation(InvitationRecord row) {
        return new Invitation(
                row.getPersonId(),
                row.getLinkId(),
                row.getSequence(),
                row.getInvitedAt(),
                row.getRemindedAt(),
                row.getWithdrawnAt());
    }

    /** Invites the person, or again whoever was invited before, with a calendar entry after the one sent then. */
    Invitation invite(MeetingId meeting, PersonId person, LinkId link, LocalDateTime now) {
        InvitationRecord row = find(meeting, person).orElseGet(() -> db.newRecord(INVITATION));
        row.setInvitedAt(now);
        if (row.getId() == null) {
            row.setMeetingId(meeting);
            row.setPersonId(person);
            row.setLinkId(link);
            row.setSequence(0);
            row.insert();
        } else {
            row.setSequence(row.getSequence() + 1);
            row.setWithdrawnAt(null);
            row.setRemindedAt(null);
            Versions.update(row);
        }
        return invitation(row);
    }

    private Optional<InvitationRecord> find(MeetingId meeting, PersonId person) {
        return db.selectFrom(INVITATION)
                .where(INVITATION.MEETING_ID.eq(meeting))
                .and(INVITATION.PERSON_ID.eq(person))
                .forUpdate()
                .fetchOptional();
    }

    /** Counts one more calendar entry. */
    Invitation raise(MeetingId meeting, PersonId person) {
        InvitationRecord row = find(meeting, person).orElseThrow();
        row.setSequence(row.getSequence() + 1);
        Versions.update(row);
        return invitation(row);
    }

    Invitation withdraw(MeetingId meeting, PersonId person, LocalDateTime now) {
        InvitationRecord row = find(meeting, person).orElseThrow();
        row.setSequence(row.getSequence() + 1);
        row.setWithdrawnAt(now);
        Versions.update(row);
        return invitation(row);
    }

    Invitation remind(MeetingId meeting, PersonId person, LocalDateTime now) {
        InvitationRecord row = find(meeting, person).orElseThrow();
        row.setRemindedAt(now);
        Versions.update(row);
        return invitation(row);
    }

    /** Returns the last mail that invites a person or changes the invitation, replaced ones aside. */
    Map<PersonId, LastMail> lastMails(MeetingId meeting) {
        Field<MailId> last = max(MAIL.ID);
        return db.select(MAIL.PERSON_ID, MAIL.KIND, MAIL.STATE, MAIL.SERVER_ANSWER)
                .from(MAIL)
                .where(MAIL.ID.in(select(last)
                        .from(MAIL)
                        .where(MAIL.MEETING_ID.eq(meeting))
                        .and(MAIL.KIND.in(MailKind.INVITATION, MailKind.CHANGE, MailKind.CANCELLATION))
                        .and(MAIL.STATE.ne(MailState.REPLACED))
                        .groupBy(MAIL.PERSON_ID)))
                .fetchMap(
                        row -> row.get(MAIL.PERSON_ID),
                        row -> new LastMail(row.get(MAIL.KIND), row.get(MAIL.STATE), row.get(MAIL.SERVER_ANSWER)));
    }

    List<StoredAnswer> answers(MeetingId meeting) {
        return db.selectFrom(INVITATION_ANSWER)
                .where(INVITATION_ANSWER.MEETING_ID.eq(meeting))
                .orderBy(INVITATION_ANSWER.ANSWERED_AT, INVITATION_ANSWER.ID)
                .fetch(row -> new StoredAnswer(
                        row.getMemberId(),
                        row.getPersonId(),
                        new AnswerData(row.getAnswer(), row.getReason(), row.getDeputyName()),
                        row.getAnsweredByName(),
                        row.getAnsweredAt()));
    }

    /** Returns how far members are, with what they handed in between meetings and no round table has taken in yet. */
    Reports reports(Occasion meeting) {
        Condition written = notBlank(PROVIDER_UPDATE.RECORDED_TEXT)
                .or(notBlank(PROVIDER_UPDATE.SUBMITTED_TEXT))
                .or(PROVIDER_UPDATE.SUBMITTED_AT.isNotNull());
        Field<Integer> reported = when(
                        PROVIDER_UPDATE.OUTCOME.eq(UpdateOutcome.NO_NEWS), inline(Reported.NO_NEWS.ordinal()))
                .when(written, inline(Reported.SUBMITTED.ordinal()))
                .when(notBlank(PROVIDER_UPDATE.DRAFT_TEXT), inline(Reported.DRAFT.ordinal()))
                .otherwise(inline(Reported.NOTHING.ordinal()));
        Map<OrganisationId, Reported> organisations = new HashMap<>();
        Map<PersonId, Reported> people = new HashMap<>();
        db.select(PROVIDER_UPDATE.ORGANISATION_ID, PROVIDER_UPDATE.PERSON_ID, reported)
                .from(PROVIDER_UPDATE)
                .where(PROVIDER_UPDATE.GROUP_ID.eq(meeting.group()))
                .and(PROVIDER_UPDATE
                        .MEETING_ID
                        .eq(meeting.id())
                        .or(
                                meeting.ahead()
                                        ? PROVIDER_UPDATE.MEETING_ID.isNull().and(PROVIDER_UPDATE.ENDED_AT.isNull())
                                        : falseCondition()))
                .forEach(row -> {
                    Reported how = Reported.values()[row.value3()];
                    if (row.value1() != null) {
                        organisations.merge(row.value1(), how, InvitationRepository::further);
                    } else if (row.value2() != null) {
                        people.merge(row.value2(), how, InvitationRepository::further);
                    }
                });
        return new Reports(organisations, people);
    }

    private static Reported further(Reported one, Reported other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Condition notBlank(Field<String> text) {
        return coalesce(text, "").ne("");
    }

    /** Returns the meetings of the group since that day to which people were invited, in order. */
    List<Linked> linked(GroupId group, LocalDate since) {
        var later = MEETING.as("later");
        Field<LocalDate> next = field(select(min(later.HELD_ON))
                .from(later)
                .where(later.GROUP_ID.eq(MEETING.GROUP_ID))
                .and(later.STATE.ne(MeetingState.CANCELLED))
                .and(later.HELD_ON.gt(MEETING.HELD_ON)));
        return db.select(MEETING.ID, MEETING.HELD_ON, next)
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.HELD_ON.ge(since))
                .and(exists(selectOne().from(INVITATION).where(INVITATION.MEETING_ID.eq(MEETING.ID))))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .fetch(row -> new Linked(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** Returns the day of the next meeting of the group, cancelled ones aside. */
    Optional<LocalDate> dayAfter(Occasion meeting) {
        return db.select(min(MEETING.HELD_ON))
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(meeting.group()))
                .and(MEETING.STATE.ne(MeetingState.CANCELLED))
                .and(MEETING.HELD_ON.gt(meeting.data().heldOn()))
                .fetchOptional(row -> row.value1());
    }

    /** Returns the meetings ahead, from that day on, to which the group has invited somebody. */
    List<MeetingId> invitedAhead(GroupId group, LocalDate today) {
        return db.select(MEETING.ID)
                .from(MEETING)
                .where(MEETING.GROUP_ID.eq(group))
                .and(MEETING.HELD_ON.ge(today))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED))
                .and(exists(selectOne()
                        .from(INVITATION)
                        .where(INVITATION.MEETING_ID.eq(MEETING.ID))
                        .and(INVITATION.WITHDRAWN_AT.isNull())))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .fetch(MEETING.ID);
    }

    /** Returns the meetings from that day on to which people are invited. */
    List<Watched> watched(LocalDate today) {
        return db.select(MEETING.ID, MEETING.HELD_ON, GROUP_REPORTING.REMINDER_DAYS)
                .from(MEETING)
                .leftJoin(GROUP_REPORTING)
                .on(GROUP_REPORTING.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(MEETING.STATE.eq(MeetingState.INVITED))
                .and(MEETING.HELD_ON.ge(today))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .fetch(mapping(Watched::new));
    }

    /** Returns the next meeting ahead of the groups that the person coordinates. */
    Optional<MeetingId> nextOf(PersonId coordinator, LocalDate today) {
        return db.select(MEETING.ID)
                .from(MEETING)
                .join(GROUP_COORDINATOR)
                .on(GROUP_COORDINATOR.GROUP_ID.eq(MEETING.GROUP_ID))
                .where(GROUP_COORDINATOR.PERSON_ID.eq(coordinator))
                .and(MEETING.HELD_ON.ge(today))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED))
                .orderBy(MEETING.HELD_ON, MEETING.ID)
                .limit(1)
                .fetchOptional(MEETING.ID);
    }
}
