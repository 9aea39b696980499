package cz.koplan.situation;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.BACKLOG_ITEM;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.ORP;
import static cz.koplan.db.Tables.SERVICE;
import static cz.koplan.db.Tables.SERVICE_KIND;
import static cz.koplan.db.Tables.SERVICE_ORP;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.Proposed;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.tasks.TaskState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationPageRepository {

    /** The organisation by name and identification number. */
    record Named(String name, @Nullable String ico) {}

    private final DSLContext db;

    OrganisationPageRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Named> find(OrganisationId id) {
        return db.select(ORGANISATION.NAME, ORGANISATION.ICO)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(id))
                .fetchOptional(mapping(Named::new));
    }

    private static Condition inside(Field<GroupId> group, Scope scope) {
        return scope.everywhere() ? trueCondition() : group.in(scope.inside());
    }

    List<OrganisationPage.Membership> memberships(OrganisationId id, LocalDate today) {
        return db.select(GROUP_MEMBER.ID, WORKING_GROUP.ID, WORKING_GROUP.NAME)
                .from(GROUP_MEMBER)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.ORGANISATION_ID.eq(id))
                .and(ScopeRepository.memberOn(today))
                .orderBy(WORKING_GROUP.NAME, WORKING_GROUP.ID)
                .fetch(mapping(OrganisationPage.Membership::new));
    }

    List<OrganisationPage.OwnTask> openTasks(OrganisationId id, Scope scope, LocalDate today) {
        return db.select(ACTION_ITEM.ID, ACTION_ITEM.BODY, ACTION_ITEM.DUE_ON, WORKING_GROUP.NAME)
                .from(ACTION_ITEM)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(ACTION_ITEM.GROUP_ID))
                .leftJoin(AGENDA_ITEM)
                .on(AGENDA_ITEM.ID.eq(ACTION_ITEM.AGENDA_ITEM_ID))
                .where(ACTION_ITEM.OWNER_ORGANISATION_ID.eq(id))
                .and(ACTION_ITEM.STATE.eq(TaskState.OPEN))
                .and(inside(ACTION_ITEM.GROUP_ID, scope))
                .and(AGENDA_ITEM
                        .COORDINATOR_ONLY
                        .isNull()
                        .or(AGENDA_ITEM.COORDINATOR_ONLY.isFalse())
                        .or(ACTION_ITEM.GROUP_ID.in(scope.coordinated())))
                .orderBy(field(ACTION_ITEM.DUE_ON.isNull()), ACTION_ITEM.DUE_ON, ACTION_ITEM.ID)
                .fetch(row -> {
                    LocalDate due = row.get(ACTION_ITEM.DUE_ON);
                    return new OrganisationPage.OwnTask(
                            row.get(ACTION_ITEM.ID),
                            InternalPassages.internalText(row.get(ACTION_ITEM.BODY)),
                            due,
                            due != null && due.isBefore(today),
                            row.get(WORKING_GROUP.NAME));
                });
    }

    List<OrganisationPage.OwnService> services(OrganisationId id) {
        Map<ServiceId, List<String>> localities = db.select(SERVICE_ORP.SERVICE_ID, ORP.NAME)
                .from(SERVICE)
                .join(SERVICE_ORP)
                .on(SERVICE_ORP.SERVICE_ID.eq(SERVICE.ID))
                .join(ORP)
                .on(ORP.ID.eq(SERVICE_ORP.ORP_ID))
                .where(SERVICE.ORGANISATION_ID.eq(id))
                .orderBy(ORP.NAME, ORP.ID)
                .fetchGroups(SERVICE_ORP.SERVICE_ID, ORP.NAME);
        return db.select(SERVICE.ID, SERVICE.NAME, SERVICE_KIND.NAME, SERVICE.ACTIVE)
                .from(SERVICE)
                .leftJoin(SERVICE_KIND)
                .on(SERVICE_KIND.ID.eq(SERVICE.KIND_ID))
                .where(SERVICE.ORGANISATION_ID.eq(id))
                .orderBy(SERVICE.ACTIVE.desc(), SERVICE.NAME, SERVICE.ID)
                .fetch(row -> new OrganisationPage.OwnService(
                        row.get(SERVICE.ID),
                        row.get(SERVICE.NAME),
                        row.get(SERVICE_KIND.NAME),
                        row.get(SERVICE.ACTIVE),
                        localities.getOrDefault(row.get(SERVICE.ID), List.of())));
    }

    List<OrganisationPage.Coming> meetings(OrganisationId id, Scope scope) {
        return db.select(MEETING.ID, MEETING.TITLE, MEETING.HELD_ON, MEETING.STARTS_AT, WORKING_GROUP.NAME)
                .from(GROUP_MEMBER)
                .join(MEETING)
                .on(MEETING.GROUP_ID
                        .eq(GROUP_MEMBER.GROUP_ID)
                        .and(MEETING.HELD_ON.ge(GROUP_MEMBER.VALID_FROM))
                        .and(GROUP_MEMBER.VALID_TO.isNull().or(MEETING.HELD_ON.le(GROUP_MEMBER.VALID_TO))))
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(MEETING.GROUP_ID))
                .where(GROUP_MEMBER.ORGANISATION_ID.eq(id))
                .and(MEETING.STATE.in(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_PROGRESS))
                .and(inside(MEETING.GROUP_ID, scope))
                .orderBy(MEETING.HELD_ON, MEETING.STARTS_AT, MEETING.ID)
                .limit(10)
                .fetch(mapping(OrganisationPage.Coming::new));
    }

    /**
     * The topics that people who speak or spoke for the organisation proposed in its groups; a hidden one is for its
     * author and the coordinators.
     */
    List<OrganisationPage.OwnProposal> proposals(OrganisationId id, Scope scope) {
        return db.select(BACKLOG_ITEM.asterisk(), MEETING.HELD_ON, WORKING_GROUP.NAME)
                .from(BACKLOG_ITEM)
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(BACKLOG_ITEM.GROUP_ID))
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(BACKLOG_ITEM.TAKEN_MEETING_ID))
                .where(exists(selectOne()
                        .from(GROUP_MEMBER)
                        .join(DELEGATE)
                        .on(DELEGATE.MEMBER_ID.eq(GROUP_MEMBER.ID))
                        .where(GROUP_MEMBER.ORGANISATION_ID.eq(id))
                        .and(GROUP_MEMBER.GROUP_ID.eq(BACKLOG_ITEM.GROUP_ID))
                        .and(DELEGATE.PERSON_ID.eq(BACKLOG_ITEM.PROPOSER_PERSON_ID))))
                .and(inside(BACKLOG_ITEM.GROUP_ID, scope))
                .and(BACKLOG_ITEM
                        .HIDDEN_AT
                        .isNull()
                        .or(BACKLOG_ITEM.PROPOSER_PERSON_ID.eq(scope.person()))
                        .or(BACKLOG_ITEM.GROUP_ID.in(scope.coordinated())))
                .orderBy(BACKLOG_ITEM.ID.desc())
                .limit(50)
                .fetch(row -> {
                    var item = row.into(BACKLOG_ITEM);
                    return new OrganisationPage.OwnProposal(
                            new Proposed(
                                    item.getId(),
                                    item.getVersion(),
                                    item.getGroupId(),
                                    item.getTitle(),
                                    item.getProposedBy(),
                                    item.getCreatedAt(),
                                    item.getHiddenAt() == null
                                            ? null
                                            : new Proposed.Hidden(
                                                    item.getHiddenReason(), item.getHiddenByName(), item.getHiddenAt()),
                                    item.getTakenMeetingId() == null
                                            ? null
                                            : new Proposed.Taken(item.getTakenMeetingId(), row.get(MEETING.HELD_ON))),
                            row.get(WORKING_GROUP.NAME));
                });
    }

    /** Returns the organisations for which the person speaks that day. */
    Map<OrganisationId, String> spokenFor(PersonId person, LocalDate day) {
        return db.selectDistinct(ORGANISATION.ID, ORGANISATION.NAME)
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                .where(DELEGATE.PERSON_ID.eq(person))
                .and(ScopeRepository.delegateOn(day))
                .and(ScopeRepository.memberOn(day))
                .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
                .fetchMap(ORGANISATION.ID, ORGANISATION.NAME);
    }
}
