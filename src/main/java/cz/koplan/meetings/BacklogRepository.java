package cz.koplan.meetings;

import static cz.koplan.db.Tables.BACKLOG_ITEM;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.WORKING_GROUP;
import static org.jooq.impl.DSL.select;

import cz.koplan.db.tables.records.BacklogItemRecord;
import cz.koplan.groups.GroupId;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class BacklogRepository {

    private final DSLContext db;

    BacklogRepository(DSLContext db) {
        this.db = db;
    }

    /** Returns what no agenda has taken and nobody hid, the oldest first. */
    List<BacklogItem> open(GroupId group) {
        return db.selectFrom(BACKLOG_ITEM)
                .where(BACKLOG_ITEM.GROUP_ID.eq(group))
                .and(BACKLOG_ITEM.TAKEN_MEETING_ID.isNull())
                .and(BACKLOG_ITEM.HIDDEN_AT.isNull())
                .orderBy(BACKLOG_ITEM.ID)
                .fetch(BacklogRepository::item);
    }

    /** Returns the open item that the person proposed so; others who propose to the group wait for the transaction. */
    Optional<BacklogItemId> findProposed(GroupId group, String title, PersonId proposer) {
        db.select(WORKING_GROUP.ID)
                .from(WORKING_GROUP)
                .where(WORKING_GROUP.ID.eq(group))
                .forUpdate()
                .fetch();
        return db.select(BACKLOG_ITEM.ID)
                .from(BACKLOG_ITEM)
                .where(BACKLOG_ITEM.GROUP_ID.eq(group))
                .and(BACKLOG_ITEM.TITLE.eq(title))
                .and(BACKLOG_ITEM.PROPOSER_PERSON_ID.eq(proposer))
                .and(BACKLOG_ITEM.TAKEN_MEETING_ID.isNull())
                .and(BACKLOG_ITEM.HIDDEN_AT.isNull())
                .orderBy(BACKLOG_ITEM.ID)
                .limit(1)
                // What another transaction committed while this one waited counts as well.
                .forUpdate()
                .fetchOptional(BACKLOG_ITEM.ID);
    }

    private static BacklogItem item(BacklogItemRecord row) {
        return new BacklogItem(
                row.getId(),
                row.getVersion(),
                new BacklogData(row.getTitle(), row.getKind(), row.getDurationMinutes()),
                row.getProposedBy(),
                row.getProposerPersonId());
    }

    Optional<BacklogItem> find(GroupId group, BacklogItemId id) {
        return db.fetchOptional(BACKLOG_ITEM, BACKLOG_ITEM.ID.eq(id).and(BACKLOG_ITEM.GROUP_ID.eq(group)))
                .map(BacklogRepository::item);
    }

    /** Returns what the person proposed in the group, the newest first. */
    List<Proposed> proposedBy(GroupId group, PersonId person) {
        return proposals(BACKLOG_ITEM.GROUP_ID.eq(group).and(BACKLOG_ITEM.PROPOSER_PERSON_ID.eq(person)));
    }

    /** Returns what was hidden in the group, the newest first. */
    List<Proposed> hidden(GroupId group) {
        return proposals(BACKLOG_ITEM.GROUP_ID.eq(group).and(BACKLOG_ITEM.HIDDEN_AT.isNotNull()));
    }

    private List<Proposed> proposals(Condition wanted) {
        return db.select(BACKLOG_ITEM.asterisk(), MEETING.HELD_ON)
                .from(BACKLOG_ITEM)
                .leftJoin(MEETING)
                .on(MEETING.ID.eq(BACKLOG_ITEM.TAKEN_MEETING_ID))
                .where(wanted)
                .orderBy(BACKLOG_ITEM.ID.desc())
                .fetch(row -> {
                    BacklogItemRecord item = row.into(BACKLOG_ITEM);
                    return new Proposed(
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
                                    : new Proposed.Taken(item.getTakenMeetingId(), row.get(MEETING.HELD_ON)));
                });
    }

    void hide(GroupId group, BacklogItemId id, int version, Proposed.@Nullable Hidden hidden) {
        BacklogItemRecord row = Versions.seen(
                db.fetchOne(BACKLOG_ITEM, BACKLOG_ITEM.ID.eq(id).and(BACKLOG_ITEM.GROUP_ID.eq(group))), version);
        row.setHiddenReason(hidden == null ? null : hidden.reason());
        row.setHiddenByName(hidden == null ? null : hidden.by());
        row.setHiddenAt(hidden == null ? null : hidden.at());
        Versions.update(row);
    }

    BacklogItemId insert(
            GroupId group,
            BacklogData data,
            @Nullable String proposedBy,
            @Nullable PersonId proposer,
            LocalDateTime createdAt) {
        BacklogItemRecord row = db.newRecord(BACKLOG_ITEM);
        row.setPublicId(UUID.randomUUID());
        row.setGroupId(group);
        row.setTitle(data.title());
        row.setKind(data.kind());
        row.setDurationMinutes(data.minutes());
        row.setProposedBy(proposedBy);
        row.setProposerPersonId(proposer);
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
                                .and(BACKLOG_ITEM.HIDDEN_AT.isNull())
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
