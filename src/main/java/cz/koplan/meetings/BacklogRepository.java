package cz.koplan.meetings;

import static cz.koplan.db.Tables.BACKLOG_ITEM;
import static cz.koplan.db.Tables.MEETING;
import static org.jooq.impl.DSL.select;

import cz.koplan.db.tables.records.BacklogItemRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class BacklogRepository {

    private final DSLContext db;

    BacklogRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns what no agenda has taken, the oldest first. */
    List<BacklogItem> open(GroupId group) {
        return db.selectFrom(BACKLOG_ITEM)
                .where(BACKLOG_ITEM.GROUP_ID.eq(group))
                .and(BACKLOG_ITEM.TAKEN_MEETING_ID.isNull())
                .orderBy(BACKLOG_ITEM.ID)
                .fetch(row -> new BacklogItem(
                        row.getId(),
                        row.getVersion(),
                        new BacklogData(row.getTitle(), row.getKind(), row.getDurationMinutes()),
                        row.getProposedBy()));
    }

    BacklogItemId insert(GroupId group, BacklogData data, @Nullable String proposedBy, LocalDateTime createdAt) {
        BacklogItemRecord row = db.newRecord(BACKLOG_ITEM);
        row.setPublicId(UUID.randomUUID());
        row.setGroupId(group);
        row.setTitle(data.title());
        row.setKind(data.kind());
        row.setDurationMinutes(data.minutes());
        row.setProposedBy(proposedBy);
        row.setCreatedAt(createdAt);
        row.insert();
        return row.getId();
    }

    /** Marks an open item of the meeting's group as taken and returns it; empty when somebody was faster. */
    Optional<BacklogData> take(MeetingId meeting, BacklogItemId id) {
        return db.fetchOptional(
                        BACKLOG_ITEM,
                        BACKLOG_ITEM
                                .ID
                                .eq(id)
                                .and(BACKLOG_ITEM.TAKEN_MEETING_ID.isNull())
                                .and(BACKLOG_ITEM.GROUP_ID.eq(
                                        select(MEETING.GROUP_ID).from(MEETING).where(MEETING.ID.eq(meeting)))))
                .map(row -> {
                    row.setTakenMeetingId(meeting);
                    Versions.update(row);
                    return new BacklogData(row.getTitle(), row.getKind(), row.getDurationMinutes());
                });
    }

    /** Gives back the item of that title that the meeting took; empty when it took none. */
    Optional<BacklogItemId> giveBack(MeetingId meeting, String title) {
        Optional<BacklogItemRecord> taken = db.selectFrom(BACKLOG_ITEM)
                .where(BACKLOG_ITEM.TAKEN_MEETING_ID.eq(meeting))
                .and(BACKLOG_ITEM.TITLE.eq(title))
                .orderBy(BACKLOG_ITEM.ID)
                .limit(1)
                .fetchOptional();
        taken.ifPresent(row -> {
            row.setTakenMeetingId(null);
            Versions.update(row);
        });
        return taken.map(BacklogItemRecord::getId);
    }

    void delete(GroupId group, BacklogItemId id, int version) {
        Versions.delete(Versions.seen(
                db.fetchOne(BACKLOG_ITEM, BACKLOG_ITEM.ID.eq(id).and(BACKLOG_ITEM.GROUP_ID.eq(group))), version));
    }
}
