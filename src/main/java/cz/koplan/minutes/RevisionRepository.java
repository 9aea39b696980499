package cz.koplan.minutes;

import static cz.koplan.db.Tables.MINUTES;
import static cz.koplan.db.Tables.MINUTES_REVISION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.MinutesRevisionRecord;
import cz.koplan.meetings.MeetingId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSON;
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
}
