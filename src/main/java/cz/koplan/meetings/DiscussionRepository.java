package cz.koplan.meetings;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.MEETING;

import cz.koplan.db.tables.records.AgendaItemRecord;
import cz.koplan.db.tables.records.MeetingRecord;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.Versions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DiscussionRepository {

    private final DSLContext db;

    DiscussionRepository(DSLContext db) {
        this.db = db;
    }

    /** Locks the meeting, so that two who lead it at once do so one after the other, and returns the current item. */
    Optional<AgendaItemId> lockCurrent(MeetingId meeting) {
        MeetingRecord row =
                db.selectFrom(MEETING).where(MEETING.ID.eq(meeting)).forUpdate().fetchOne();
        if (row == null) {
            throw new NotFoundException(meeting);
        }
        return Optional.ofNullable(row.getCurrentItemId());
    }

    void setCurrent(MeetingId meeting, @Nullable AgendaItemId item) {
        MeetingRecord row = db.fetchSingle(MEETING, MEETING.ID.eq(meeting));
        row.setCurrentItemId(item);
        Versions.update(row);
    }

    void startClock(MeetingId meeting, AgendaItemId item, LocalDateTime now) {
        AgendaItemRecord row = find(meeting, item);
        if (row.getRunningSince() == null) {
            row.setRunningSince(now);
            Versions.update(row);
        }
    }

    /** Stops every clock of the meeting that runs. */
    void stopClocks(MeetingId meeting, LocalDateTime now) {
        db.fetch(AGENDA_ITEM, AGENDA_ITEM.MEETING_ID.eq(meeting).and(AGENDA_ITEM.RUNNING_SINCE.isNotNull()))
                .forEach(row -> {
                    long ran = Duration.between(row.getRunningSince(), now).toSeconds();
                    row.setSecondsUsed((int) Math.max(0, row.getSecondsUsed() + ran));
                    row.setRunningSince(null);
                    Versions.update(row);
                });
    }

    /** Nothing is being discussed any more. */
    void end(MeetingId meeting, LocalDateTime now) {
        stopClocks(meeting, now);
        setCurrent(meeting, null);
    }

    void setDiscussed(MeetingId meeting, AgendaItemId item, boolean discussed) {
        AgendaItemRecord row = find(meeting, item);
        row.setDiscussed(discussed);
        Versions.update(row);
    }

    private AgendaItemRecord find(MeetingId meeting, AgendaItemId item) {
        return db.fetchOptional(AGENDA_ITEM, AGENDA_ITEM.ID.eq(item).and(AGENDA_ITEM.MEETING_ID.eq(meeting)))
                .orElseThrow(() -> new NotFoundException(item));
    }
}
