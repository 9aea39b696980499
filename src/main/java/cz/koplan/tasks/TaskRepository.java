package cz.koplan.tasks;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.DELEGATE;
import static cz.koplan.db.Tables.GROUP_COORDINATOR;
import static cz.koplan.db.Tables.GROUP_MEMBER;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static cz.koplan.db.Tables.TASK_STEP;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ActionItemRecord;
import cz.koplan.db.tables.records.TaskStepRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.changes.TypedTexts;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class TaskRepository {

    private static final int SOON_DAYS = 14;

    /** What decides what may happen to a task. */
    record Standing(
            int version,
            GroupId group,
            TaskState state,
            @Nullable LocalDate due) {}

    private final DSLContext db;

    TaskRepository(DSLContext db) {
        this.db = db;
    }

    /** Not under an item for the coordinators' eyes, unless the person is one of them. */
    private static Condition seenBy(PersonId person) {
        return notExists(selectOne()
                        .from(AGENDA_ITEM)
                        .where(AGENDA_ITEM.ID.eq(ACTION_ITEM.AGENDA_ITEM_ID))
                        .and(AGENDA_ITEM.COORDINATOR_ONLY))
                .or(ACTION_ITEM.GROUP_ID.in(select(GROUP_COORDINATOR.GROUP_ID)
                        .from(GROUP_COORDINATOR)
                        .where(GROUP_COORDINATOR.PERSON_ID.eq(person))));
    }

    boolean isSeen(TaskId id, PersonId person) {
        return db.fetchExists(ACTION_ITEM, ACTION_ITEM.ID.eq(id).and(seenBy(person)));
    }

    List<Task> of(MeetingId meeting, PersonId reader) {
        return db.select(ACTION_ITEM.asterisk(), ORGANISATION.NAME, PERSON.asterisk())
                .from(ACTION_ITEM)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ACTION_ITEM.OWNER_ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACTION_ITEM.OWNER_PERSON_ID))
                .where(ACTION_ITEM.MEETING_ID.eq(meeting))
                .and(seenBy(reader))
                .orderBy(ACTION_ITEM.POSITION, ACTION_ITEM.ID)
                .fetch(row -> {
                    ActionItemRecord task = row.into(ACTION_ITEM);
                    return new Task(
                            task.getId(),
                            task.getVersion(),
                            new TaskData(
                                    task.getBody(),
                                    task.getOwnerLabel(),
                                    task.getOwnerPersonId(),
                                    task.getOwnerOrganisationId(),
                                    task.getDueOn(),
                                    task.getState()),
                            person(row),
                            row.get(ORGANISATION.NAME),
                            Boolean.TRUE.equals(row.get(PERSON.PUBLISH_NAME)),
                            task.getAgendaItemId(),
                            task.getInternal());
                });
    }

    private static @Nullable String person(Record row) {
        return row.get(ACTION_ITEM.OWNER_PERSON_ID) == null
                ? null
                : PersonData.displayName(
                        row.get(PERSON.TITLE_BEFORE),
                        row.get(PERSON.GIVEN_NAME),
                        row.get(PERSON.FAMILY_NAME),
                        row.get(PERSON.TITLE_AFTER));
    }

    private static String owner(Record row) {
        return Stream.of(person(row), row.get(ORGANISATION.NAME), row.get(ACTION_ITEM.OWNER_LABEL))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static boolean overdue(Record row, LocalDate day) {
        LocalDate due = row.get(ACTION_ITEM.DUE_ON);
        return row.get(ACTION_ITEM.STATE) == TaskState.OPEN && due != null && due.isBefore(day);
    }

    private static List<SelectFieldOrAsterisk> shown(SelectField<?>... more) {
        return Stream.concat(
                        Stream.of(
                                ACTION_ITEM.ID,
                                ACTION_ITEM.BODY,
                                ACTION_ITEM.OWNER_LABEL,
                                ACTION_ITEM.OWNER_PERSON_ID,
                                PERSON.TITLE_BEFORE,
                                PERSON.GIVEN_NAME,
                                PERSON.FAMILY_NAME,
                                PERSON.TITLE_AFTER,
                                ORGANISATION.NAME,
                                ACTION_ITEM.DUE_ON,
                                ACTION_ITEM.STATE,
                                MEETING.ID,
                                MEETING.TITLE,
                                MEETING.HELD_ON),
                        Stream.of(more))
                .map(SelectFieldOrAsterisk.class::cast)
                .toList();
    }

    private static List<SortField<?>> byDue() {
        return List.of(field(ACTION_ITEM.DUE_ON.isNull()).asc(), ACTION_ITEM.DUE_ON.asc(), ACTION_ITEM.ID.asc());
    }

    List<OpenTask> openOf(GroupId group, PersonId reader, LocalDate today) {
        return db.select(shown(lastNote()))
                .from(ACTION_ITEM)
                .join(MEETING)
                .on(MEETING.ID.eq(ACTION_ITEM.MEETING_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ACTION_ITEM.OWNER_ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACTION_ITEM.OWNER_PERSON_ID))
                .where(ACTION_ITEM.GROUP_ID.eq(group))
                .and(seenBy(reader))
                .and(ACTION_ITEM.STATE.eq(TaskState.OPEN))
                .orderBy(byDue())
                .fetch(row -> openTask(row, today));
    }

    /** As {@link TaskScope#OWN}, in one group, whose open tasks are few: a page that must be fast asks. */
    List<OpenTask> ownOpen(MeetingId meeting, PersonId person, LocalDate today) {
        Condition ownOrganisation = ACTION_ITEM.OWNER_ORGANISATION_ID.in(select(GROUP_MEMBER.ORGANISATION_ID)
                .from(DELEGATE)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                .where(DELEGATE.PERSON_ID.eq(person))
                .and(GROUP_MEMBER.GROUP_ID.eq(ACTION_ITEM.GROUP_ID))
                .and(speaksOn(today)));
        return db.select(shown(inline((String) null).as("last_note")))
                .from(ACTION_ITEM)
                .join(MEETING)
                .on(MEETING.ID.eq(ACTION_ITEM.MEETING_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ACTION_ITEM.OWNER_ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACTION_ITEM.OWNER_PERSON_ID))
                .where(inGroupOf(meeting))
                .and(ACTION_ITEM.STATE.eq(TaskState.OPEN))
                .and(ACTION_ITEM.OWNER_PERSON_ID.eq(person).or(ownOrganisation))
                .orderBy(byDue())
                .fetch(row -> openTask(row, today));
    }

    private static Condition inGroupOf(MeetingId meeting) {
        var here = MEETING.as("here");
        return ACTION_ITEM.GROUP_ID.eq(select(here.GROUP_ID).from(here).where(here.ID.eq(meeting)));
    }

    boolean isInGroupOf(MeetingId meeting, TaskId id) {
        return db.fetchExists(ACTION_ITEM, ACTION_ITEM.ID.eq(id).and(inGroupOf(meeting)));
    }

    List<OpenTask> openBefore(MeetingId meeting, PersonId reader) {
        var here = MEETING.as("here");
        Condition earlier = MEETING.HELD_ON
                .lt(here.HELD_ON)
                .or(MEETING.HELD_ON.eq(here.HELD_ON).and(MEETING.ID.lt(here.ID)));
        Condition closedHere = exists(selectOne()
                .from(TASK_STEP)
                .where(TASK_STEP.ACTION_ITEM_ID.eq(ACTION_ITEM.ID))
                .and(TASK_STEP.MEETING_ID.eq(here.ID))
                .and(TASK_STEP.STATE.eq(ACTION_ITEM.STATE)));
        return db.select(shown(lastNote(), here.HELD_ON))
                .from(here)
                .join(ACTION_ITEM)
                .on(ACTION_ITEM.GROUP_ID.eq(here.GROUP_ID))
                .join(MEETING)
                .on(MEETING.ID.eq(ACTION_ITEM.MEETING_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ACTION_ITEM.OWNER_ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACTION_ITEM.OWNER_PERSON_ID))
                .where(here.ID.eq(meeting))
                .and(seenBy(reader))
                .and(earlier)
                .and(ACTION_ITEM.STATE.eq(TaskState.OPEN).or(closedHere))
                .orderBy(byDue())
                .fetch(row -> openTask(row, row.get(here.HELD_ON)));
    }

    private static Field<String> lastNote() {
        return field(select(TASK_STEP.NOTE)
                        .from(TASK_STEP)
                        .where(TASK_STEP.ACTION_ITEM_ID.eq(ACTION_ITEM.ID))
                        .and(TASK_STEP.NOTE.isNotNull())
                        .orderBy(TASK_STEP.ID.desc())
                        .limit(1))
                .as("last_note");
    }

    private static OpenTask openTask(Record row, LocalDate day) {
        return new OpenTask(
                row.get(ACTION_ITEM.ID),
                row.get(ACTION_ITEM.BODY),
                owner(row),
                row.get(ACTION_ITEM.DUE_ON),
                row.get(ACTION_ITEM.STATE),
                overdue(row, day),
                row.get(MEETING.ID),
                row.get(MEETING.TITLE),
                row.get(MEETING.HELD_ON),
                row.get("last_note", String.class));
    }

    List<TaskRow> mine(TaskFilter filter, PersonId person, LocalDate today, int offset, int limit) {
        return rows(matches(filter, today).and(of(filter.scope(), person, today)), today, offset, limit);
    }

    int countMine(TaskFilter filter, PersonId person, LocalDate today) {
        return db.fetchCount(ACTION_ITEM, matches(filter, today).and(of(filter.scope(), person, today)));
    }

    Optional<TaskRow> row(TaskId id, LocalDate today) {
        return rows(ACTION_ITEM.ID.eq(id), today, 0, 1).stream().findFirst();
    }

    private List<TaskRow> rows(Condition wanted, LocalDate today, int offset, int limit) {
        // Only what the order needs is sorted, not the texts of all tasks.
        var page = select(ACTION_ITEM.ID)
                .from(ACTION_ITEM)
                .where(wanted)
                .orderBy(byDue())
                .offset(offset)
                .limit(limit)
                .asTable("page");
        return db.select(shown(WORKING_GROUP.NAME))
                .from(page)
                .join(ACTION_ITEM)
                .on(ACTION_ITEM.ID.eq(page.field(ACTION_ITEM.ID)))
                .join(MEETING)
                .on(MEETING.ID.eq(ACTION_ITEM.MEETING_ID))
                .join(WORKING_GROUP)
                .on(WORKING_GROUP.ID.eq(ACTION_ITEM.GROUP_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ACTION_ITEM.OWNER_ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACTION_ITEM.OWNER_PERSON_ID))
                .orderBy(byDue())
                .fetch(row -> new TaskRow(
                        row.get(ACTION_ITEM.ID),
                        row.get(ACTION_ITEM.BODY),
                        owner(row),
                        row.get(ACTION_ITEM.DUE_ON),
                        row.get(ACTION_ITEM.STATE),
                        overdue(row, today),
                        row.get(WORKING_GROUP.NAME),
                        row.get(MEETING.ID),
                        row.get(MEETING.TITLE),
                        row.get(MEETING.HELD_ON)));
    }

    private static Condition matches(TaskFilter filter, LocalDate today) {
        Condition due = switch (filter.due()) {
            case ANY -> noCondition();
            case OVERDUE -> ACTION_ITEM.STATE.eq(TaskState.OPEN).and(ACTION_ITEM.DUE_ON.lt(today));
            case SOON -> ACTION_ITEM.DUE_ON.between(today, today.plusDays(SOON_DAYS));
        };
        Condition text = filter.text().isBlank()
                ? noCondition()
                : ACTION_ITEM
                        .BODY
                        .collate("utf8mb4_uca1400_ai_ci")
                        .contains(filter.text().strip());
        return due.and(filter.state().map(ACTION_ITEM.STATE::eq).orElse(noCondition()))
                .and(text);
    }

    private static Condition of(TaskScope scope, PersonId person, LocalDate today) {
        return switch (scope) {
            // A union within a table of its own is found once; straight within IN it would be asked for every row.
            case OWN -> {
                var own = select(ACTION_ITEM.ID)
                        .from(ACTION_ITEM)
                        .where(ACTION_ITEM.OWNER_PERSON_ID.eq(person))
                        .union(select(ACTION_ITEM.ID)
                                .from(DELEGATE)
                                .join(GROUP_MEMBER)
                                .on(GROUP_MEMBER.ID.eq(DELEGATE.MEMBER_ID))
                                .join(ACTION_ITEM)
                                .on(ACTION_ITEM.OWNER_ORGANISATION_ID.eq(GROUP_MEMBER.ORGANISATION_ID))
                                .and(ACTION_ITEM.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                                .where(DELEGATE.PERSON_ID.eq(person))
                                .and(speaksOn(today)))
                        .asTable("own");
                yield ACTION_ITEM.ID.in(select(own.field(ACTION_ITEM.ID)).from(own));
            }
            case GROUPS ->
                ACTION_ITEM.GROUP_ID.in(select(GROUP_COORDINATOR.GROUP_ID)
                        .from(GROUP_COORDINATOR)
                        .where(GROUP_COORDINATOR.PERSON_ID.eq(person)));
        };
    }

    /** Both the membership and the delegation hold on that day. */
    private static Condition speaksOn(LocalDate day) {
        return GROUP_MEMBER
                .VALID_FROM
                .le(day)
                .and(GROUP_MEMBER.VALID_TO.isNull().or(GROUP_MEMBER.VALID_TO.ge(day)))
                .and(DELEGATE.VALID_FROM.le(day))
                .and(DELEGATE.VALID_TO.isNull().or(DELEGATE.VALID_TO.ge(day)));
    }

    boolean owns(TaskId id, PersonId person, LocalDate today) {
        return db.fetchExists(ACTION_ITEM, ACTION_ITEM.ID.eq(id).and(of(TaskScope.OWN, person, today)));
    }

    Optional<GroupId> groupOf(TaskId id) {
        return db.select(ACTION_ITEM.GROUP_ID)
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.ID.eq(id))
                .fetchOptional(ACTION_ITEM.GROUP_ID);
    }

    boolean isOf(MeetingId meeting, GroupId group) {
        return db.fetchExists(MEETING, MEETING.ID.eq(meeting).and(MEETING.GROUP_ID.eq(group)));
    }

    boolean isOnAgenda(MeetingId meeting, AgendaItemId item) {
        return db.fetchExists(AGENDA_ITEM, AGENDA_ITEM.ID.eq(item).and(AGENDA_ITEM.MEETING_ID.eq(meeting)));
    }

    Optional<Standing> standing(TaskId id) {
        return db.select(ACTION_ITEM.VERSION, ACTION_ITEM.GROUP_ID, ACTION_ITEM.STATE, ACTION_ITEM.DUE_ON)
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.ID.eq(id))
                .fetchOptional(row -> new Standing(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    @Nullable
    String cancelReason(TaskId id) {
        return db.select(ACTION_ITEM.CANCEL_REASON)
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.ID.eq(id))
                .fetchOne(ACTION_ITEM.CANCEL_REASON);
    }

    List<TaskStep> history(TaskId id) {
        return db.select(TASK_STEP.asterisk(), MEETING.TITLE, MEETING.HELD_ON)
                .from(TASK_STEP)
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(TASK_STEP.MEETING_ID))
                .where(TASK_STEP.ACTION_ITEM_ID.eq(id))
                .orderBy(TASK_STEP.ID)
                .fetch(row -> {
                    TaskStepRecord step = row.into(TASK_STEP);
                    return new TaskStep(
                            step.getState(),
                            step.getDueOn(),
                            step.getNote(),
                            step.getTakenByName(),
                            step.getTakenAt().toInstant(ZoneOffset.UTC),
                            step.getMeetingId(),
                            row.get(MEETING.TITLE),
                            row.get(MEETING.HELD_ON));
                });
    }

    TaskId insert(MeetingId meeting, @Nullable AgendaItemId item, TaskData data) {
        ActionItemRecord row = db.newRecord(ACTION_ITEM);
        row.setPublicId(UUID.randomUUID());
        row.setMeetingId(meeting);
        row.setAgendaItemId(item);
        row.setGroupId(db.select(MEETING.GROUP_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .fetchSingle(MEETING.GROUP_ID));
        row.setPosition(db.select(coalesce(max(ACTION_ITEM.POSITION), val(0)).plus(1))
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        write(row, data);
        row.insert();
        return row.getId();
    }

    void update(MeetingId meeting, TaskId id, int version, TaskData data) {
        ActionItemRecord row = Versions.seen(find(meeting, id), version);
        write(row, data);
        if (data.state() != TaskState.CANCELLED) {
            row.setCancelReason(null);
        }
        Versions.update(row);
    }

    private static void write(ActionItemRecord row, TaskData data) {
        row.setBody(data.text());
        row.setOwnerLabel(data.ownerLabel());
        row.setOwnerPersonId(data.ownerPerson());
        row.setOwnerOrganisationId(data.ownerOrganisation());
        row.setDueOn(data.due());
        row.setState(data.state());
    }

    void change(TaskId id, int version, TaskState state, @Nullable LocalDate due, @Nullable String cancelReason) {
        ActionItemRecord row = Versions.seen(db.fetchOne(ACTION_ITEM, ACTION_ITEM.ID.eq(id)), version);
        row.setState(state);
        row.setDueOn(due);
        row.setCancelReason(cancelReason);
        Versions.update(row);
    }

    void insertStep(
            TaskId id,
            @Nullable MeetingId meeting,
            TaskState state,
            @Nullable LocalDate due,
            @Nullable String note,
            String by,
            LocalDateTime at) {
        TaskStepRecord row = db.newRecord(TASK_STEP);
        row.setActionItemId(id);
        row.setMeetingId(meeting);
        row.setState(state);
        row.setDueOn(due);
        row.setNote(note);
        row.setTakenByName(by);
        row.setTakenAt(at);
        row.insert();
    }

    /** Tells whether something happened to a task of this meeting at another one. */
    boolean livesOn(MeetingId meeting, TaskId id) {
        return db.fetchExists(selectOne()
                .from(TASK_STEP)
                .join(ACTION_ITEM)
                .on(ACTION_ITEM.ID.eq(TASK_STEP.ACTION_ITEM_ID))
                .where(ACTION_ITEM.ID.eq(id))
                .and(ACTION_ITEM.MEETING_ID.eq(meeting))
                .and(TASK_STEP.MEETING_ID.ne(meeting)));
    }

    void move(AgendaItemId item, MeetingId to, AgendaItemId newItem) {
        int position = db.select(coalesce(max(ACTION_ITEM.POSITION), val(0)))
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.MEETING_ID.eq(to))
                .fetchSingle()
                .value1();
        for (ActionItemRecord row : db.selectFrom(ACTION_ITEM)
                .where(ACTION_ITEM.AGENDA_ITEM_ID.eq(item))
                .orderBy(ACTION_ITEM.POSITION, ACTION_ITEM.ID)
                .fetch()) {
            row.setMeetingId(to);
            row.setAgendaItemId(newItem);
            row.setPosition(++position);
            Versions.update(row);
        }
    }

    StoredText saveText(MeetingId meeting, TaskId id, TextEdit edit) {
        ActionItemRecord row = lock(meeting, id);
        return TypedTexts.store(row, ACTION_ITEM.BODY, row == null ? null : row.getBody(), edit);
    }

    void setOwner(MeetingId meeting, TaskId id, @Nullable PersonId person, @Nullable OrganisationId organisation) {
        ActionItemRecord row = found(meeting, id);
        row.setOwnerLabel(null);
        row.setOwnerPersonId(person);
        row.setOwnerOrganisationId(organisation);
        Versions.update(row);
    }

    void setDue(MeetingId meeting, TaskId id, @Nullable LocalDate due) {
        ActionItemRecord row = found(meeting, id);
        row.setDueOn(due);
        Versions.update(row);
    }

    void setInternal(MeetingId meeting, TaskId id, boolean internal) {
        ActionItemRecord row = found(meeting, id);
        row.setInternal(internal);
        Versions.update(row);
    }

    int version(MeetingId meeting, TaskId id) {
        return found(meeting, id).getVersion();
    }

    private ActionItemRecord found(MeetingId meeting, TaskId id) {
        ActionItemRecord row = lock(meeting, id);
        if (row == null) {
            throw new NotFoundException(id);
        }
        return row;
    }

    private @Nullable ActionItemRecord lock(MeetingId meeting, TaskId id) {
        return db.selectFrom(ACTION_ITEM)
                .where(ACTION_ITEM.ID.eq(id))
                .and(ACTION_ITEM.MEETING_ID.eq(meeting))
                .forUpdate()
                .fetchOne();
    }

    void delete(MeetingId meeting, TaskId id, int version) {
        ActionItemRecord row = Versions.seen(find(meeting, id), version);
        db.fetch(TASK_STEP, TASK_STEP.ACTION_ITEM_ID.eq(id)).forEach(TaskStepRecord::delete);
        Versions.delete(row);
    }

    private @Nullable ActionItemRecord find(MeetingId meeting, TaskId id) {
        return db.fetchOne(ACTION_ITEM, ACTION_ITEM.ID.eq(id).and(ACTION_ITEM.MEETING_ID.eq(meeting)));
    }
}
