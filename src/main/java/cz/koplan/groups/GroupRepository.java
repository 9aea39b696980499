package cz.koplan.groups;

import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupConcat;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.DelegateRecord;
import cz.koplan.db.tables.records.GroupMemberRecord;
import cz.koplan.db.tables.records.WorkingGroupRecord;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import cz.koplan.shared.files.FileId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class GroupRepository {

    private final DSLContext db;

    GroupRepository(DSLContext db) {
        this.db = db;
    }

    List<GroupRow> rows(LocalDate today) {
        return db.select(
                        WORKING_GROUP.ID,
                        WORKING_GROUP.NAME,
                        WORKING_GROUP.SHORT_NAME,
                        WORKING_GROUP.KIND,
                        WORKING_GROUP.ACTIVE,
                        field(selectCount()
                                .from(GROUP_MEMBER)
                                .where(GROUP_MEMBER.GROUP_ID.eq(WORKING_GROUP.ID))
                                .and(memberOn(today))),
                        field(select(groupConcat(fullName())
                                        .orderBy(PERSON.FAMILY_NAME)
                                        .separator(", "))
                                .from(GROUP_COORDINATOR)
                                .join(PERSON)
                                .on(PERSON.ID.eq(GROUP_COORDINATOR.PERSON_ID))
                                .where(GROUP_COORDINATOR.GROUP_ID.eq(WORKING_GROUP.ID))))
                .from(WORKING_GROUP)
                .orderBy(WORKING_GROUP.NAME, WORKING_GROUP.ID)
                .fetch(mapping(GroupRow::new));
    }

    private static Field<String> fullName() {
        return concat(org.jooq.impl.DSL.coalesce(concat(PERSON.GIVEN_NAME, val(" ")), val("")), PERSON.FAMILY_NAME);
    }

    Optional<Group> find(GroupId id) {
        List<Group.Coordinator> coordinators = db.select(GROUP_COORDINATOR.ID, PERSON.asterisk())
                .from(GROUP_COORDINATOR)
                .join(PERSON)
                .on(PERSON.ID.eq(GROUP_COORDINATOR.PERSON_ID))
                .where(GROUP_COORDINATOR.GROUP_ID.eq(id))
                .orderBy(PERSON.FAMILY_NAME, GROUP_COORDINATOR.ID)
                .fetch(row ->
                        new Group.Coordinator(row.get(GROUP_COORDINATOR.ID), row.get(PERSON.ID), personName(row)));
        return db.fetchOptional(WORKING_GROUP, WORKING_GROUP.ID.eq(id))
                .map(row -> new Group(
                        id,
                        row.getVersion(),
                        new GroupData(
                                row.getName(),
                                row.getShortName(),
                                row.getKind(),
                                row.getDescription(),
                                row.getActive(),
                                row.getQuorumPercent()),
                        row.getLogoFileId(),
                        coordinators));
    }

    private static String personName(Record row) {
        return PersonData.displayName(
                row.get(PERSON.TITLE_BEFORE),
                row.get(PERSON.GIVEN_NAME),
                row.get(PERSON.FAMILY_NAME),
                row.get(PERSON.TITLE_AFTER));
    }

    boolean isTaken(String name, Optional<GroupId> except) {
        return db.fetchExists(
                WORKING_GROUP,
                WORKING_GROUP
                        .SEARCH_NAME
                        .eq(name)
                        .and(except.map(WORKING_GROUP.ID::ne).orElse(noCondition())));
    }

    GroupId insert(GroupData data) {
        WorkingGroupRecord row = db.newRecord(WORKING_GROUP);
        row.setPublicId(UUID.randomUUID());
        write(row, data);
        row.insert();
        return row.getId();
    }

    void update(GroupId id, int version, GroupData data) {
        WorkingGroupRecord row = Versions.seen(db.fetchOne(WORKING_GROUP, WORKING_GROUP.ID.eq(id)), version);
        write(row, data);
        Versions.update(row);
    }

    private static void write(WorkingGroupRecord row, GroupData data) {
        row.setName(data.name());
        row.setShortName(data.shortName());
        row.setKind(data.kind());
        row.setDescription(data.description());
        row.setActive(data.active());
        row.setQuorumPercent(data.quorumPercent());
    }

    void setLogo(GroupId id, @Nullable FileId logo) {
        WorkingGroupRecord row = db.fetchSingle(WORKING_GROUP, WORKING_GROUP.ID.eq(id));
        row.setLogoFileId(logo);
        Versions.update(row);
    }

    void insertCoordinator(GroupId group, PersonId person) {
        if (!coordinates(group, person)) {
            var row = db.newRecord(GROUP_COORDINATOR);
            row.setGroupId(group);
            row.setPersonId(person);
            row.insert();
        }
    }

    void deleteCoordinator(CoordinatorId id) {
        var row = db.fetchOne(GROUP_COORDINATOR, GROUP_COORDINATOR.ID.eq(id));
        if (row != null) {
            Versions.delete(row);
        }
    }

    List<Member> members(GroupId group) {
        var person = PERSON.as("member_person");
        Map<MemberId, List<Member.Delegate>> delegates = db.select(DELEGATE.asterisk(), PERSON.asterisk())
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(DELEGATE.PERSON_ID))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .orderBy(DELEGATE.KIND, PERSON.FAMILY_NAME, DELEGATE.ID)
                .fetchGroups(
                        row -> row.get(DELEGATE.MEMBER_ID),
                        row -> new Member.Delegate(
                                row.get(DELEGATE.ID),
                                row.get(DELEGATE.VERSION),
                                row.get(DELEGATE.PERSON_ID),
                                personName(row),
                                row.get(DELEGATE.KIND),
                                row.get(DELEGATE.VALID_FROM),
                                row.get(DELEGATE.VALID_TO)));
        return db.select(GROUP_MEMBER.asterisk(), ORGANISATION.NAME, person.GIVEN_NAME, person.FAMILY_NAME)
                .from(GROUP_MEMBER)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                .leftJoin(person)
                .on(person.ID.eq(GROUP_MEMBER.PERSON_ID))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .orderBy(org.jooq.impl.DSL.coalesce(ORGANISATION.NAME, person.FAMILY_NAME), GROUP_MEMBER.ID)
                .fetch(row -> new Member(
                        row.get(GROUP_MEMBER.ID),
                        row.get(GROUP_MEMBER.VERSION),
                        row.get(GROUP_MEMBER.ORGANISATION_ID),
                        row.get(GROUP_MEMBER.PERSON_ID),
                        row.get(ORGANISATION.NAME) != null
                                ? row.get(ORGANISATION.NAME)
                                : PersonData.named(row.get(person.GIVEN_NAME), row.get(person.FAMILY_NAME))
                                        .displayName(),
                        row.get(GROUP_MEMBER.VALID_FROM),
                        row.get(GROUP_MEMBER.VALID_TO),
                        delegates.getOrDefault(row.get(GROUP_MEMBER.ID), List.of())));
    }

    boolean overlaps(GroupId group, @Nullable OrganisationId organisation, @Nullable PersonId person, LocalDate from) {
        Condition who = organisation != null
                ? GROUP_MEMBER.ORGANISATION_ID.eq(organisation)
                : GROUP_MEMBER.PERSON_ID.eq(person);
        return db.fetchExists(
                GROUP_MEMBER,
                GROUP_MEMBER
                        .GROUP_ID
                        .eq(group)
                        .and(who)
                        .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(from))));
    }

    /** Tells whether the same member has a later membership that begins by that day. */
    boolean cameBack(MemberId id, LocalDate until) {
        var ended = GROUP_MEMBER.as("ended");
        return db.fetchExists(selectOne()
                .from(ended)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.GROUP_ID.eq(ended.GROUP_ID))
                .and(GROUP_MEMBER
                        .ORGANISATION_ID
                        .eq(ended.ORGANISATION_ID)
                        .or(GROUP_MEMBER.PERSON_ID.eq(ended.PERSON_ID)))
                .and(GROUP_MEMBER.VALID_FROM.gt(ended.VALID_FROM))
                .where(ended.ID.eq(id))
                .and(GROUP_MEMBER.VALID_FROM.le(until)));
    }

    MemberId insertMember(
            GroupId group, @Nullable OrganisationId organisation, @Nullable PersonId person, LocalDate from) {
        GroupMemberRecord row = db.newRecord(GROUP_MEMBER);
        row.setGroupId(group);
        row.setOrganisationId(organisation);
        row.setPersonId(person);
        row.setValidFrom(from);
        row.insert();
        return row.getId();
    }

    void endMember(MemberId id, int version, LocalDate lastDay) {
        GroupMemberRecord row = Versions.seen(db.fetchOne(GROUP_MEMBER, GROUP_MEMBER.ID.eq(id)), version);
        row.setValidTo(lastDay);
        Versions.update(row);
    }

    Optional<Member> findMember(MemberId id) {
        return db.fetchOptional(GROUP_MEMBER, GROUP_MEMBER.ID.eq(id))
                .flatMap(row -> members(row.getGroupId()).stream()
                        .filter(member -> member.id().equals(id))
                        .findFirst());
    }

    DelegateId insertDelegate(MemberId member, PersonId person, DelegateKind kind, LocalDate from) {
        DelegateRecord row = db.newRecord(DELEGATE);
        row.setMemberId(member);
        row.setPersonId(person);
        row.setKind(kind);
        row.setValidFrom(from);
        row.insert();
        return row.getId();
    }

    void endDelegate(DelegateId id, int version, LocalDate lastDay) {
        DelegateRecord row = Versions.seen(db.fetchOne(DELEGATE, DELEGATE.ID.eq(id)), version);
        row.setValidTo(lastDay);
        Versions.update(row);
    }

    Optional<LocalDate> delegateSince(DelegateId id) {
        return db.fetchOptional(DELEGATE, DELEGATE.ID.eq(id)).map(DelegateRecord::getValidFrom);
    }

    boolean coordinates(GroupId group, PersonId person) {
        return db.fetchExists(
                GROUP_COORDINATOR, GROUP_COORDINATOR.GROUP_ID.eq(group).and(GROUP_COORDINATOR.PERSON_ID.eq(person)));
    }

    /** Tells whether the person speaks in the group on that day, for an organisation or as a member. */
    boolean belongs(GroupId group, PersonId person, LocalDate today) {
        return db.fetchExists(selectOne()
                .from(GROUP_MEMBER)
                .leftJoin(DELEGATE)
                .on(DELEGATE.MEMBER_ID
                        .eq(GROUP_MEMBER.ID)
                        .and(DELEGATE.VALID_FROM.le(today))
                        .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(today))))
                .where(GROUP_MEMBER.GROUP_ID.eq(group))
                .and(memberOn(today))
                .and(GROUP_MEMBER.PERSON_ID.eq(person).or(DELEGATE.PERSON_ID.eq(person))));
    }

    private static Condition memberOn(LocalDate day) {
        return GROUP_MEMBER
                .VALID_FROM
                .le(day)
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)));
    }

    Optional<GroupId> groupOf(MemberId member) {
        return db.select(GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.ID.eq(member))
                .fetchOptional(GROUP_MEMBER.GROUP_ID);
    }

    Optional<GroupId> groupOf(DelegateId delegate) {
        return db.select(GROUP_MEMBER.GROUP_ID)
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .where(DELEGATE.ID.eq(delegate))
                .fetchOptional(GROUP_MEMBER.GROUP_ID);
    }

    List<GroupId> coordinated(PersonId person) {
        return db.select(GROUP_COORDINATOR.GROUP_ID)
                .from(GROUP_COORDINATOR)
                .where(GROUP_COORDINATOR.PERSON_ID.eq(person))
                .fetch(GROUP_COORDINATOR.GROUP_ID);
    }
}
