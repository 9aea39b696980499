package cz.koplan.minutes;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.MINUTES_ENTRY;
import static cz.koplan.db.Tables.RESOLUTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.MinutesEntryRecord;
import cz.koplan.db.tables.records.ResolutionRecord;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.changes.TypedTexts;
import cz.koplan.shared.changes.Versions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class EntryRepository {

    private final DSLContext db;

    EntryRepository(DSLContext db) {
        this.db = db;
    }

    EntryId insert(MeetingId meeting, AgendaItemId item, EntryKind kind, String text) {
        if (!db.fetchExists(AGENDA_ITEM, AGENDA_ITEM.ID.eq(item).and(AGENDA_ITEM.MEETING_ID.eq(meeting)))) {
            throw new NotFoundException(item);
        }
        MinutesEntryRecord row = db.newRecord(MINUTES_ENTRY);
        row.setMeetingId(meeting);
        row.setAgendaItemId(item);
        row.setPosition(db.select(coalesce(max(MINUTES_ENTRY.POSITION), val(0)).plus(1))
                .from(MINUTES_ENTRY)
                .where(MINUTES_ENTRY.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        row.setKind(kind);
        row.setBody(text);
        row.insert();
        return row.getId();
    }

    StoredText saveText(MeetingId meeting, EntryId id, TextEdit edit) {
        MinutesEntryRecord row = lock(meeting, id);
        return TypedTexts.store(row, MINUTES_ENTRY.BODY, row == null ? null : row.getBody(), edit);
    }

    StoredText saveText(MeetingId meeting, ResolutionId id, TextEdit edit) {
        ResolutionRecord row = lock(meeting, id);
        return TypedTexts.store(row, RESOLUTION.BODY, row == null ? null : row.getBody(), edit);
    }

    void setKind(MeetingId meeting, EntryId id, EntryKind kind) {
        MinutesEntryRecord row = found(lock(meeting, id), id);
        row.setKind(kind);
        Versions.update(row);
    }

    void setInternal(MeetingId meeting, EntryId id, boolean internal) {
        MinutesEntryRecord row = found(lock(meeting, id), id);
        row.setInternal(internal);
        Versions.update(row);
    }

    void setInternal(MeetingId meeting, ResolutionId id, boolean internal) {
        ResolutionRecord row = found(lock(meeting, id), id);
        row.setInternal(internal);
        Versions.update(row);
    }

    void setVote(MeetingId meeting, EntryId id, @Nullable Vote vote) {
        MinutesEntryRecord row = found(lock(meeting, id), id);
        row.setVotesFor(vote == null ? null : vote.inFavour());
        row.setVotesAgainst(vote == null ? null : vote.against());
        row.setVotesAbstained(vote == null ? null : vote.abstained());
        row.setConflictOfInterest(vote == null ? null : vote.conflictOfInterest());
        Versions.update(row);
    }

    void setVote(MeetingId meeting, ResolutionId id, @Nullable Vote vote) {
        ResolutionRecord row = found(lock(meeting, id), id);
        row.setVotesFor(vote == null ? null : vote.inFavour());
        row.setVotesAgainst(vote == null ? null : vote.against());
        row.setVotesAbstained(vote == null ? null : vote.abstained());
        row.setConflictOfInterest(vote == null ? null : vote.conflictOfInterest());
        Versions.update(row);
    }

    void delete(MeetingId meeting, EntryId id) {
        Versions.delete(found(lock(meeting, id), id));
    }

    private @Nullable MinutesEntryRecord lock(MeetingId meeting, EntryId id) {
        return db.selectFrom(MINUTES_ENTRY)
                .where(MINUTES_ENTRY.ID.eq(id))
                .and(MINUTES_ENTRY.MEETING_ID.eq(meeting))
                .forUpdate()
                .fetchOne();
    }

    private @Nullable ResolutionRecord lock(MeetingId meeting, ResolutionId id) {
        return db.selectFrom(RESOLUTION)
                .where(RESOLUTION.ID.eq(id))
                .and(RESOLUTION.MEETING_ID.eq(meeting))
                .forUpdate()
                .fetchOne();
    }

    private static <R> R found(@Nullable R row, Object id) {
        if (row == null) {
            throw new NotFoundException(id);
        }
        return row;
    }
}
