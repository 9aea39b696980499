package cz.koplan.tasks;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.ORGANISATION;
import static cz.koplan.db.Tables.PERSON;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ActionItemRecord;
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
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class TaskRepository {

    private final DSLContext db;

    TaskRepository(DSLContext db) {
        this.db = db;
    }

    List<Task> of(MeetingId meeting) {
        return db.select(ACTION_ITEM.asterisk(), ORGANISATION.NAME, PERSON.asterisk())
                .from(ACTION_ITEM)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(ACTION_ITEM.OWNER_ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACTION_ITEM.OWNER_PERSON_ID))
                .where(ACTION_ITEM.MEETING_ID.eq(meeting))
                .orderBy(ACTION_ITEM.POSITION, ACTION_ITEM.ID)
                .fetch(row -> {
                    ActionItemRecord task = row.into(ACTION_ITEM);
                    String person = task.getOwnerPersonId() == null
                            ? null
                            : PersonData.displayName(
                                    row.get(PERSON.TITLE_BEFORE),
                                    row.get(PERSON.GIVEN_NAME),
                                    row.get(PERSON.FAMILY_NAME),
                                    row.get(PERSON.TITLE_AFTER));
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
                            person,
                            row.get(ORGANISATION.NAME),
                            Boolean.TRUE.equals(row.get(PERSON.PUBLISH_NAME)),
                            task.getAgendaItemId(),
                            task.getInternal());
                });
    }

    TaskId insert(MeetingId meeting, TaskData data) {
        ActionItemRecord row = newRow(meeting);
        write(row, data);
        row.insert();
        return row.getId();
    }

    private ActionItemRecord newRow(MeetingId meeting) {
        ActionItemRecord row = db.newRecord(ACTION_ITEM);
        row.setPublicId(UUID.randomUUID());
        row.setMeetingId(meeting);
        row.setGroupId(db.select(MEETING.GROUP_ID)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .fetchSingle(MEETING.GROUP_ID));
        row.setPosition(db.select(coalesce(max(ACTION_ITEM.POSITION), val(0)).plus(1))
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        return row;
    }

    void update(MeetingId meeting, TaskId id, int version, TaskData data) {
        ActionItemRecord row = Versions.seen(find(meeting, id), version);
        write(row, data);
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

    /** Adds a task of which nothing but its text and owner may be known yet; the text may follow. */
    TaskId insertAtDesk(
            MeetingId meeting,
            AgendaItemId item,
            String text,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable LocalDate due) {
        ActionItemRecord row = newRow(meeting);
        row.setAgendaItemId(item);
        row.setBody(text);
        row.setOwnerPersonId(person);
        row.setOwnerOrganisationId(organisation);
        row.setDueOn(due);
        row.setState(TaskState.OPEN);
        row.insert();
        return row.getId();
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

    void deleteAtDesk(MeetingId meeting, TaskId id) {
        Versions.delete(found(meeting, id));
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
        Versions.delete(Versions.seen(find(meeting, id), version));
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

    private ActionItemRecord find(MeetingId meeting, TaskId id) {
        return db.fetchOne(ACTION_ITEM, ACTION_ITEM.ID.eq(id).and(ACTION_ITEM.MEETING_ID.eq(meeting)));
    }
}
