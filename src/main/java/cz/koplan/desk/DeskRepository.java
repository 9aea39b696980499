package cz.koplan.desk;

import static cz.koplan.db.Tables.ACTION_ITEM;
import static cz.koplan.db.Tables.AGENDA_ITEM;
import static cz.koplan.db.Tables.CHANGE_LOG;
import static cz.koplan.db.Tables.DESK_WINDOW;
import static cz.koplan.db.Tables.MINUTES_ENTRY;
import static cz.koplan.db.Tables.PROVIDER_UPDATE;
import static cz.koplan.db.Tables.RESOLUTION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import cz.koplan.db.tables.records.DeskWindowRecord;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.minutes.EntryId;
import cz.koplan.minutes.ResolutionId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.tasks.TaskId;
import cz.koplan.updates.UpdateId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;

@Repository
class DeskRepository {

    /** A line of the change log: which row changed, and which of its columns (a JSON list; null for a removed row). */
    record Change(
            long id,
            MeetingId meeting,
            String table,
            long row,
            LocalDateTime at,
            String action,
            @Nullable String columns) {}

    /** A text as it is now; {@code guarded}: under an item for coordinators only. */
    record LiveText(MeetingId meeting, TextPlace place, int version, String text, boolean guarded) {}

    record Seen(MeetingId meeting, Presence presence) {}

    private final DSLContext db;

    DeskRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * Takes the sending, unless it was taken before; the window stays locked until the transaction ends, so that its
     * sendings come one after another.
     *
     * @return whether it is new
     */
    boolean take(Sending sending, MeetingId meeting, Actor actor, LocalDateTime now) {
        DeskWindowRecord window = window(sending.window(), meeting, actor, now);
        if (window.getLastSequence() >= sending.sequence()) {
            return false;
        }
        window.setLastSequence(sending.sequence());
        window.setSeenAt(now);
        window.update();
        return true;
    }

    void setPlace(UUID id, MeetingId meeting, Actor actor, String place, LocalDateTime now) {
        DeskWindowRecord window = window(id, meeting, actor, now);
        window.setPlace(place);
        window.setSeenAt(now);
        window.update();
    }

    private DeskWindowRecord window(UUID id, MeetingId meeting, Actor actor, LocalDateTime now) {
        DeskWindowRecord known = lock(id);
        if (known == null) {
            DeskWindowRecord row = db.newRecord(DESK_WINDOW);
            row.setId(id);
            row.setMeetingId(meeting);
            row.setAccountId(actor.account());
            row.setPersonName(actor.name());
            row.setLastSequence(0L);
            row.setSeenAt(now);
            try {
                row.insert();
                return row;
            } catch (DuplicateKeyException e) { // another request of the window was faster
                known = Objects.requireNonNull(lock(id));
            }
        }
        if (!known.getAccountId().equals(actor.account())) {
            throw new AccessDeniedException("The window belongs to somebody else");
        }
        if (!known.getMeetingId().equals(meeting)) {
            known.setMeetingId(meeting);
        }
        return known;
    }

    private @Nullable DeskWindowRecord lock(UUID id) {
        return db.selectFrom(DESK_WINDOW)
                .where(DESK_WINDOW.ID.eq(id))
                .forUpdate()
                .fetchOne();
    }

    /** Forgets windows that nobody has used since. */
    void forget(MeetingId meeting, LocalDateTime since) {
        db.selectFrom(DESK_WINDOW)
                .where(DESK_WINDOW.MEETING_ID.eq(meeting))
                .and(DESK_WINDOW.SEEN_AT.lt(since))
                .fetch()
                .forEach(DeskWindowRecord::delete);
    }

    List<Seen> present(Collection<MeetingId> meetings, LocalDateTime since) {
        return db.select(DESK_WINDOW.MEETING_ID, DESK_WINDOW.ID, DESK_WINDOW.PERSON_NAME, DESK_WINDOW.PLACE)
                .from(DESK_WINDOW)
                .where(DESK_WINDOW.MEETING_ID.in(meetings))
                .and(DESK_WINDOW.SEEN_AT.ge(since))
                .orderBy(DESK_WINDOW.PERSON_NAME, DESK_WINDOW.ID)
                .fetch(row -> new Seen(row.value1(), new Presence(row.value2(), row.value3(), row.value4())));
    }

    List<Change> changes(Collection<MeetingId> meetings, LocalDateTime since) {
        Field<String> columns = field("json_keys({0})", String.class, CHANGE_LOG.AFTER_VALUES);
        return db.select(
                        CHANGE_LOG.ID,
                        CHANGE_LOG.MEETING_ID,
                        CHANGE_LOG.TABLE_NAME,
                        CHANGE_LOG.ROW_ID,
                        CHANGE_LOG.CHANGED_AT,
                        CHANGE_LOG.ACTION,
                        columns)
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.MEETING_ID.in(
                        meetings.stream().map(MeetingId::value).toList()))
                .and(CHANGE_LOG.CHANGED_AT.ge(since))
                .orderBy(CHANGE_LOG.ID)
                .fetch(row -> new Change(
                        row.value1(),
                        new MeetingId(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /** Returns the texts at the places as they are now, in one query per kind that occurs. */
    List<LiveText> texts(Collection<TextPlace> places) {
        List<LiveText> texts = new ArrayList<>();
        for (TextPlace.Kind kind : TextPlace.Kind.values()) {
            List<Long> ids = places.stream()
                    .filter(place -> place.kind() == kind)
                    .map(TextPlace::id)
                    .toList();
            if (!ids.isEmpty()) {
                texts.addAll(texts(kind, ids));
            }
        }
        return texts;
    }

    private List<LiveText> texts(TextPlace.Kind kind, List<Long> ids) {
        return switch (kind) {
            case ENTRY ->
                db.select(
                                MINUTES_ENTRY.MEETING_ID,
                                MINUTES_ENTRY.ID,
                                MINUTES_ENTRY.VERSION,
                                MINUTES_ENTRY.BODY,
                                guarded(MINUTES_ENTRY.AGENDA_ITEM_ID))
                        .from(MINUTES_ENTRY)
                        .where(MINUTES_ENTRY.ID.in(
                                ids.stream().map(EntryId::new).toList()))
                        .fetch(mapping((meeting, id, version, text, guarded) ->
                                new LiveText(meeting, new TextPlace(kind, id.value()), version, text, guarded)));
            case UPDATE ->
                db.select(
                                PROVIDER_UPDATE.MEETING_ID,
                                PROVIDER_UPDATE.ID,
                                PROVIDER_UPDATE.VERSION,
                                coalesce(PROVIDER_UPDATE.RECORDED_TEXT, PROVIDER_UPDATE.SUBMITTED_TEXT, val("")),
                                guarded(PROVIDER_UPDATE.AGENDA_ITEM_ID))
                        .from(PROVIDER_UPDATE)
                        .where(PROVIDER_UPDATE.ID.in(
                                ids.stream().map(UpdateId::new).toList()))
                        .fetch(mapping((meeting, id, version, text, guarded) ->
                                new LiveText(meeting, new TextPlace(kind, id.value()), version, text, guarded)));
            case TASK ->
                db.select(
                                ACTION_ITEM.MEETING_ID,
                                ACTION_ITEM.ID,
                                ACTION_ITEM.VERSION,
                                ACTION_ITEM.BODY,
                                guarded(ACTION_ITEM.AGENDA_ITEM_ID))
                        .from(ACTION_ITEM)
                        .where(ACTION_ITEM.ID.in(ids.stream().map(TaskId::new).toList()))
                        .fetch(mapping((meeting, id, version, text, guarded) ->
                                new LiveText(meeting, new TextPlace(kind, id.value()), version, text, guarded)));
            case RESOLUTION ->
                db.select(
                                RESOLUTION.MEETING_ID,
                                RESOLUTION.ID,
                                RESOLUTION.VERSION,
                                RESOLUTION.BODY,
                                guarded(RESOLUTION.AGENDA_ITEM_ID))
                        .from(RESOLUTION)
                        .where(RESOLUTION.ID.in(
                                ids.stream().map(ResolutionId::new).toList()))
                        .fetch(mapping((meeting, id, version, text, guarded) ->
                                new LiveText(meeting, new TextPlace(kind, id.value()), version, text, guarded)));
        };
    }

    private static Field<Boolean> guarded(Field<AgendaItemId> item) {
        return coalesce(
                field(select(AGENDA_ITEM.COORDINATOR_ONLY).from(AGENDA_ITEM).where(AGENDA_ITEM.ID.eq(item))),
                val(false));
    }
}
