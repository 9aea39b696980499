package cz.koplan.minutes;

import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.MINUTES_ENTRY;
import static cz.koplan.db.Tables.RESOLUTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.MinutesEntryRecord;
import cz.koplan.db.tables.records.MinutesRecord;
import cz.koplan.db.tables.records.ResolutionRecord;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MinutesState;
import cz.koplan.shared.changes.Versions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MinutesRepository {

    record Head(int version, MinutesState state, Signatories signatories) {}

    private final DSLContext db;

    MinutesRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Head> head(MeetingId meeting) {
        return db.fetchOptional(MINUTES, MINUTES.MEETING_ID.eq(meeting))
                .map(row -> new Head(
                        row.getVersion(), row.getState(), new Signatories(row.getAuthorName(), row.getVerifierName())));
    }

    void insertHead(MeetingId meeting, Signatories signatories) {
        MinutesRecord row = db.newRecord(MINUTES);
        row.setPublicId(UUID.randomUUID());
        row.setMeetingId(meeting);
        row.setState(MinutesState.DRAFT);
        row.setAuthorName(signatories.author());
        row.setVerifierName(signatories.verifiedBy());
        row.insert();
    }

    void updateSignatories(MeetingId meeting, int version, Signatories signatories) {
        MinutesRecord row = Versions.seen(db.fetchOne(MINUTES, MINUTES.MEETING_ID.eq(meeting)), version);
        row.setAuthorName(signatories.author());
        row.setVerifierName(signatories.verifiedBy());
        Versions.update(row);
    }

    List<Entry> entries(MeetingId meeting) {
        return db.selectFrom(MINUTES_ENTRY)
                .where(MINUTES_ENTRY.MEETING_ID.eq(meeting))
                .orderBy(MINUTES_ENTRY.POSITION, MINUTES_ENTRY.ID)
                .fetch(row -> new Entry(
                        row.getId(),
                        row.getVersion(),
                        row.getAgendaItemId(),
                        row.getKind(),
                        row.getBody(),
                        row.getInternal(),
                        vote(
                                row.getVotesFor(),
                                row.getVotesAgainst(),
                                row.getVotesAbstained(),
                                row.getConflictOfInterest())));
    }

    void updateEntry(MeetingId meeting, EntryId id, int version, String text) {
        MinutesEntryRecord row = Versions.seen(findEntry(meeting, id), version);
        row.setBody(text);
        Versions.update(row);
    }

    void deleteEntry(MeetingId meeting, EntryId id, int version) {
        Versions.delete(Versions.seen(findEntry(meeting, id), version));
    }

    void moveEntries(AgendaItemId item, MeetingId to, AgendaItemId newItem) {
        int position = db.select(coalesce(max(MINUTES_ENTRY.POSITION), val(0)))
                .from(MINUTES_ENTRY)
                .where(MINUTES_ENTRY.MEETING_ID.eq(to))
                .fetchSingle()
                .value1();
        for (MinutesEntryRecord row : db.selectFrom(MINUTES_ENTRY)
                .where(MINUTES_ENTRY.AGENDA_ITEM_ID.eq(item))
                .orderBy(MINUTES_ENTRY.POSITION, MINUTES_ENTRY.ID)
                .fetch()) {
            row.setMeetingId(to);
            row.setAgendaItemId(newItem);
            row.setPosition(++position);
            Versions.update(row);
        }
    }

    private MinutesEntryRecord findEntry(MeetingId meeting, EntryId id) {
        return db.fetchOne(MINUTES_ENTRY, MINUTES_ENTRY.ID.eq(id).and(MINUTES_ENTRY.MEETING_ID.eq(meeting)));
    }

    List<Resolution> resolutions(MeetingId meeting) {
        return db.selectFrom(RESOLUTION)
                .where(RESOLUTION.MEETING_ID.eq(meeting))
                .orderBy(RESOLUTION.POSITION, RESOLUTION.ID)
                .fetch(row -> new Resolution(
                        row.getId(),
                        row.getVersion(),
                        new ResolutionData(row.getNumber(), row.getBody()),
                        row.getAgendaItemId(),
                        row.getInternal(),
                        row.getWithdrawn(),
                        vote(
                                row.getVotesFor(),
                                row.getVotesAgainst(),
                                row.getVotesAbstained(),
                                row.getConflictOfInterest())));
    }

    static @Nullable Vote vote(
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable String conflictOfInterest) {
        return inFavour == null || against == null || abstained == null
                ? null
                : new Vote(inFavour, against, abstained, conflictOfInterest);
    }

    ResolutionId insertResolution(MeetingId meeting, ResolutionData data) {
        ResolutionRecord row = db.newRecord(RESOLUTION);
        row.setPublicId(UUID.randomUUID());
        row.setMeetingId(meeting);
        row.setPosition(db.select(coalesce(max(RESOLUTION.POSITION), val(0)).plus(1))
                .from(RESOLUTION)
                .where(RESOLUTION.MEETING_ID.eq(meeting))
                .fetchSingle()
                .value1());
        row.setNumber(data.number());
        row.setBody(data.text());
        row.insert();
        return row.getId();
    }

    void updateResolution(MeetingId meeting, ResolutionId id, int version, ResolutionData data) {
        ResolutionRecord row = Versions.seen(findResolution(meeting, id), version);
        row.setNumber(data.number());
        row.setBody(data.text());
        Versions.update(row);
    }

    void deleteResolution(MeetingId meeting, ResolutionId id, int version) {
        Versions.delete(Versions.seen(findResolution(meeting, id), version));
    }

    void moveResolutions(AgendaItemId item, MeetingId to, AgendaItemId newItem) {
        int position = db.select(coalesce(max(RESOLUTION.POSITION), val(0)))
                .from(RESOLUTION)
                .where(RESOLUTION.MEETING_ID.eq(to))
                .fetchSingle()
                .value1();
        for (ResolutionRecord row : db.selectFrom(RESOLUTION)
                .where(RESOLUTION.AGENDA_ITEM_ID.eq(item))
                .orderBy(RESOLUTION.POSITION, RESOLUTION.ID)
                .fetch()) {
            row.setMeetingId(to);
            row.setAgendaItemId(newItem);
            row.setPosition(++position);
            Versions.update(row);
        }
    }

    private ResolutionRecord findResolution(MeetingId meeting, ResolutionId id) {
        return db.fetchOne(RESOLUTION, RESOLUTION.ID.eq(id).and(RESOLUTION.MEETING_ID.eq(meeting)));
    }
}
