package cz.koplan.meetings;

import static cz.koplan.db.Tables.LIFE_CYCLE_STEP;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES;

import cz.koplan.db.tables.records.LifeCycleStepRecord;
import cz.koplan.db.tables.records.MeetingRecord;
import cz.koplan.db.tables.records.MinutesRecord;
import cz.koplan.shared.changes.Versions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class LifeCycleRepository {

    private final DSLContext db;

    LifeCycleRepository(DSLContext db) {
        this.db = db;
    }

    Optional<MeetingState> state(MeetingId meeting) {
        return db.select(MEETING.STATE)
                .from(MEETING)
                .where(MEETING.ID.eq(meeting))
                .fetchOptional(MEETING.STATE);
    }

    Optional<MinutesState> minutesState(MeetingId meeting) {
        return db.select(MINUTES.STATE)
                .from(MINUTES)
                .where(MINUTES.MEETING_ID.eq(meeting))
                .fetchOptional(MINUTES.STATE);
    }

    void setState(MeetingId meeting, MeetingState from, MeetingState to) {
        MeetingRecord row = db.fetchSingle(MEETING, MEETING.ID.eq(meeting).and(MEETING.STATE.eq(from)));
        row.setState(to);
        Versions.update(row);
    }

    void setMinutesState(MeetingId meeting, MinutesState from, MinutesState to) {
        MinutesRecord row =
                db.fetchSingle(MINUTES, MINUTES.MEETING_ID.eq(meeting).and(MINUTES.STATE.eq(from)));
        row.setState(to);
        Versions.update(row);
    }

    void insertStep(
            MeetingId meeting,
            LifeCycleSubject subject,
            Enum<?> from,
            Enum<?> to,
            @Nullable String reason,
            String takenBy,
            LocalDateTime takenAt) {
        LifeCycleStepRecord row = db.newRecord(LIFE_CYCLE_STEP);
        row.setMeetingId(meeting);
        row.setSubject(subject);
        row.setFromState(from.name());
        row.setToState(to.name());
        row.setReason(reason);
        row.setTakenByName(takenBy);
        row.setTakenAt(takenAt);
        row.insert();
    }

    List<TakenStep> steps(MeetingId meeting) {
        return db.selectFrom(LIFE_CYCLE_STEP)
                .where(LIFE_CYCLE_STEP.MEETING_ID.eq(meeting))
                .orderBy(LIFE_CYCLE_STEP.ID)
                .fetch(row -> new TakenStep(
                        row.getSubject(),
                        state(row.getSubject(), row.getFromState()),
                        state(row.getSubject(), row.getToState()),
                        row.getReason(),
                        row.getTakenByName(),
                        row.getTakenAt().toInstant(ZoneOffset.UTC)));
    }

    private static Enum<?> state(LifeCycleSubject subject, String name) {
        return switch (subject) {
            case MEETING -> MeetingState.valueOf(name);
            case MINUTES -> MinutesState.valueOf(name);
        };
    }
}
