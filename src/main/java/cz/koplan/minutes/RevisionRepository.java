package cz.koplan.minutes;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.ATTENDANCE;
import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.MINUTES_ENTRY;
import static cz.koplan.db.Tables.MINUTES_REVISION;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.RESOLUTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.ActionItemRecord;
import cz.koplan.db.tables.records.MinutesEntryRecord;
import cz.koplan.db.tables.records.MinutesRevisionRecord;
import cz.koplan.db.tables.records.ProviderUpdateRecord;
import cz.koplan.db.tables.records.ResolutionRecord;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AttendanceId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.changes.Versions;
import cz.koplan.tasks.TaskId;
import cz.koplan.updates.UpdateId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class RevisionRepository {

    private final DSLContext db;

    RevisionRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns the revisions of the meeting, the newest first. */
    List<RevisionRow> rows(MeetingId meeting) {
        return db.select(
                        MINUTES_REVISION.NUMBER,
                        MINUTES_REVISION.REASON,
                        MINUTES_REVISION.CREATED_AT,
                        MINUTES_REVISION.CREATED_BY_NAME)
                .from(MINUTES_REVISION)
                .where(MINUTES_REVISION.MEETING_ID.eq(meeting))
                .orderBy(MINUTES_REVISION.NUMBER.desc())
                .fetch(row -> new RevisionRow(
                        row.value1(), row.value2(), row.value3().toInstant(ZoneOffset.UTC), row.value4()));
    }

    Optional<MinutesContent> find(MeetingId meeting, int number) {
        return db.select(MINUTES_REVISION.CONTENT)
                .from(MINUTES_REVISION)
                .where(MINUTES_REVISION.MEETING_ID.eq(meeting))
                .and(MINUTES_REVISION.NUMBER.eq(number))
                .fetchOptional(row -> RevisionJson.read(row.value1().data()));
    }

    /**
     * Keeps the minutes when the last revision says something else.
     *
     * @return the number of the revision that holds them
     */
    int keep(
            MeetingId meeting, RevisionReason reason, MinutesContent content, Instant now, @Nullable String createdBy) {
        return db.select(MINUTES_REVISION.NUMBER, MINUTES_REVISION.CONTENT)
                .from(MINUTES_REVISION)
                .where(MINUTES_REVISION.MEETING_ID.eq(meeting))
                .orderBy(MINUTES_REVISION.NUMBER.desc())
                .limit(1)
                .fetchOptional()
                .filter(last -> RevisionJson.read(last.value2().data())
                        .withOverruled(List.of())
                        .equals(content))
                .map(last -> last.value1())
                .orElseGet(() -> insert(meeting, reason, content, now, createdBy));
    }

    /** Keeps the minutes in any case. */
    int insert(
            MeetingId meeting, RevisionReason reason, MinutesContent content, Instant now, @Nullable String createdBy) {
        // One after the other, so that no number is given twice.
        db.select(MINUTES.ID)
                .from(MINUTES)
                .where(MINUTES.MEETING_ID.eq(meeting))
                .forUpdate()
                .fetch();
        MinutesRevisionRecord row = db.newRecord(MINUTES_REVISION);
        row.setMeetingId(meeting);
        row.setNumber(db.select(coalesce(max(MINUTES_REVISION.NUMBER), val(0)).plus(1))
                .from(MINUTES_REVISION)
                .where(MINUTES_REVISION.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        row.setReason(reason);
        row.setContent(JSON.json(RevisionJson.write(content)));
        row.setCreatedAt(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        row.setCreatedByName(createdBy);
        row.insert();
        return row.getNumber();
    }

    /** Writes the entry as a revision has it, over the version that was seen. */
    void restoreEntry(MeetingId meeting, EntryId id, int version, AgendaItemId item, MinutesContent.Entry entry) {
        MinutesEntryRecord row = Versions.seen(
                db.fetchOne(MINUTES_ENTRY, MINUTES_ENTRY.ID.eq(id).and(MINUTES_ENTRY.MEETING_ID.eq(meeting))), version);
        write(row, item, entry);
        Versions.update(row);
    }

    EntryId insertEntry(MeetingId meeting, AgendaItemId item, MinutesContent.Entry entry) {
        MinutesEntryRecord row = db.newRecord(MINUTES_ENTRY);
        row.setMeetingId(meeting);
        row.setPosition(0);
        write(row, item, entry);
        row.insert();
        return row.getId();
    }

    private static void write(MinutesEntryRecord row, AgendaItemId item, MinutesContent.Entry entry) {
        Vote vote = entry.vote();
        row.setAgendaItemId(item);
        row.setKind(entry.kind());
        row.setBody(entry.text());
        row.setInternal(entry.internal());
        row.setVotesFor(vote == null ? null : vote.inFavour());
        row.setVotesAgainst(vote == null ? null : vote.against());
        row.setVotesAbstained(vote == null ? null : vote.abstained());
        row.setConflictOfInterest(vote == null ? null : vote.conflictOfInterest());
    }

    /** Writes the resolution as a revision has it, over the version that was seen; a number it has is kept. */
    void restoreResolution(
            MeetingId meeting,
            ResolutionId id,
            int version,
            @Nullable AgendaItemId item,
            MinutesContent.Resolution resolution) {
        ResolutionRecord row = Versions.seen(
                db.fetchOne(RESOLUTION, RESOLUTION.ID.eq(id).and(RESOLUTION.MEETING_ID.eq(meeting))), version);
        write(row, item, resolution);
        Versions.update(row);
    }

    ResolutionId insertResolution(
            MeetingId meeting, @Nullable AgendaItemId item, MinutesContent.Resolution resolution) {
        ResolutionRecord row = db.newRecord(RESOLUTION);
        row.setPublicId(UUID.randomUUID());
        row.setMeetingId(meeting);
        row.setPosition(0);
        write(row, item, resolution);
        row.insert();
        return row.getId();
    }

    private static void write(ResolutionRecord row, @Nullable AgendaItemId item, MinutesContent.Resolution resolution) {
        Vote vote = resolution.vote();
        row.setAgendaItemId(item);
        row.setNumber(row.getNumber() == null ? resolution.number() : row.getNumber());
        row.setBody(resolution.text());
        row.setInternal(resolution.internal());
        row.setWithdrawn(resolution.withdrawn());
        row.setVotesFor(vote == null ? null : vote.inFavour());
        row.setVotesAgainst(vote == null ? null : vote.against());
        row.setVotesAbstained(vote == null ? null : vote.abstained());
        row.setConflictOfInterest(vote == null ? null : vote.conflictOfInterest());
    }

    void withdraw(MeetingId meeting, ResolutionId id, int version) {
        ResolutionRecord row = Versions.seen(
                db.fetchOne(RESOLUTION, RESOLUTION.ID.eq(id).and(RESOLUTION.MEETING_ID.eq(meeting))), version);
        row.setWithdrawn(true);
        Versions.update(row);
    }

    void setTaskItem(MeetingId meeting, TaskId id, @Nullable AgendaItemId item) {
        ActionItemRecord row =
                db.fetchSingle(ACTION_ITEM, ACTION_ITEM.ID.eq(id).and(ACTION_ITEM.MEETING_ID.eq(meeting)));
        row.setAgendaItemId(item);
        Versions.update(row);
    }

    void setUpdateItem(MeetingId meeting, UpdateId id, AgendaItemId item) {
        ProviderUpdateRecord row =
                db.fetchSingle(PROVIDER_UPDATE, PROVIDER_UPDATE.ID.eq(id).and(PROVIDER_UPDATE.MEETING_ID.eq(meeting)));
        row.setAgendaItemId(item);
        Versions.update(row);
    }

    void orderEntries(MeetingId meeting, List<EntryId> order) {
        order(
                db.fetch(MINUTES_ENTRY, MINUTES_ENTRY.MEETING_ID.eq(meeting)),
                MINUTES_ENTRY.ID,
                MINUTES_ENTRY.POSITION,
                order);
    }

    void orderResolutions(MeetingId meeting, List<ResolutionId> order) {
        order(db.fetch(RESOLUTION, RESOLUTION.MEETING_ID.eq(meeting)), RESOLUTION.ID, RESOLUTION.POSITION, order);
    }

    void orderTasks(MeetingId meeting, List<TaskId> order) {
        order(db.fetch(ACTION_ITEM, ACTION_ITEM.MEETING_ID.eq(meeting)), ACTION_ITEM.ID, ACTION_ITEM.POSITION, order);
    }

    void orderUpdates(MeetingId meeting, List<UpdateId> order) {
        order(
                db.fetch(PROVIDER_UPDATE, PROVIDER_UPDATE.MEETING_ID.eq(meeting)),
                PROVIDER_UPDATE.ID,
                PROVIDER_UPDATE.POSITION,
                order);
    }

    void orderAttendance(MeetingId meeting, List<AttendanceId> order) {
        order(db.fetch(ATTENDANCE, ATTENDANCE.MEETING_ID.eq(meeting)), ATTENDANCE.ID, ATTENDANCE.POSITION, order);
    }

    /** Moves as few rows as it takes; those that are not named keep their place. */
    private static <R extends UpdatableRecord<R>, I> void order(
            List<R> rows, Field<I> idField, Field<Integer> positionField, List<I> order) {
        Map<I, R> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.get(idField), row));
        int last = 0;
        for (I id : order) {
            R row = byId.get(id);
            if (row != null) {
                last = Math.max(last + 1, row.get(positionField));
                row.set(positionField, last);
                Versions.update(row);
            }
        }
    }
}
