package cz.koplan.shared.changes;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.CHANGE_LOG;
import static cz.koplan.db.Tables.DESK_WINDOW;
import static cz.koplan.db.Tables.FILE_CHUNK;
import static cz.koplan.db.Tables.KNOWN_ORIGIN;
import static cz.koplan.db.Tables.LIFE_CYCLE_STEP;
import static cz.koplan.db.Tables.LINK_TOKEN;
import static cz.koplan.db.Tables.MAIL;
import static cz.koplan.db.Tables.MAIL_FILE;
import static cz.koplan.db.Tables.MEETING;
import static cz.koplan.db.Tables.MINUTES_REVISION;
import static cz.koplan.db.Tables.SIGN_IN_BRAKE;
import static cz.koplan.db.Tables.YEARLY_NUMBER;

import cz.koplan.db.tables.records.MeetingRecord;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordContext;
import org.jooq.RecordListener;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the past of every row: who, when, before, after, in the transaction of the change itself.
 *
 * <p>It hears what is written through jOOQ's records, so repositories write through nothing else (the architecture test
 * sees to it). An update that changes nothing leaves no trace. Revisions, steps of life cycles, file contents
 * and mails are immutable and log themselves by existing. What one person types into one text within half a minute is one change: a two-hour meeting
 * would otherwise keep every word some thousand times.
 */
final class ChangeLogListener implements RecordListener {

    private static final Set<Table<?>> WITHOUT_PAST = Set.of(
            CHANGE_LOG,
            FILE_CHUNK,
            MINUTES_REVISION,
            LIFE_CYCLE_STEP,
            YEARLY_NUMBER,
            DESK_WINDOW,
            MAIL,
            MAIL_FILE,
            LINK_TOKEN,
            KNOWN_ORIGIN,
            SIGN_IN_BRAKE);
    private static final Set<String> TYPED = Set.of("body", "recorded_text", "draft_text", "draft_at");
    private static final Duration ONE_CHANGE = Duration.ofSeconds(30);
    private static final Set<Field<?>> SECRET = Set.of(ACCOUNT.PASSWORD_HASH, LINK_TOKEN.TOKEN_HASH);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;

    ChangeLogListener(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void insertEnd(RecordContext context) {
        write(context, "INSERT", null, values(context.record(), field -> true, record -> record));
    }

    @Override
    public void updateStart(RecordContext context) {
        Record changed = context.record();
        Predicate<Field<?>> modified = changed::modified;
        context.data("before", values(changed, modified, Record::original));
        context.data("after", values(changed, modified, record -> record));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void updateEnd(RecordContext context) {
        write(context, "UPDATE", (Map<String, Object>) context.data("before"), (Map<String, Object>)
                context.data("after"));
    }

    /** After the removal the record no longer knows what it held. */
    @Override
    public void deleteStart(RecordContext context) {
        context.data("before", values(context.record(), field -> true, Record::original));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void deleteEnd(RecordContext context) {
        write(context, "DELETE", (Map<String, Object>) context.data("before"), null);
    }

    private void write(
            RecordContext context,
            String action,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        Table<?> table = ((org.jooq.TableRecord<?>) context.record()).getTable();
        if (context.exception() != null) {
            return; // jOOQ ends failed writes here as well
        }
        if (WITHOUT_PAST.contains(table) || (after != null && after.isEmpty())) {
            return;
        }
        Optional<Actor> actor = CurrentActor.find().filter(found -> !found.equals(Actor.SYSTEM));
        String name = CurrentActor.findName().orElse(Actor.SYSTEM.name());
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        long row = rowId(context.record());
        if (after != null && action.equals("UPDATE") && isTyping(after.keySet())) {
            Optional<Long> going = goingOn(context.dsl(), table, row, actor, name, after.keySet(), now);
            if (going.isPresent()) {
                context.dsl()
                        .update(CHANGE_LOG)
                        .set(CHANGE_LOG.CHANGED_AT, now)
                        .set(CHANGE_LOG.AFTER_VALUES, JSON.writeValueAsString(after))
                        .where(CHANGE_LOG.ID.eq(going.get()))
                        .execute();
                return;
            }
        }
        context.dsl()
                .insertInto(CHANGE_LOG)
                .set(CHANGE_LOG.CHANGED_AT, now)
                .set(CHANGE_LOG.CHANGED_BY, actor.map(Actor::account).orElse(null))
                .set(CHANGE_LOG.CHANGED_BY_NAME, name)
                .set(CHANGE_LOG.TABLE_NAME, table.getName())
                .set(CHANGE_LOG.ROW_ID, row)
                .set(CHANGE_LOG.MEETING_ID, meeting(context.record()))
                .set(CHANGE_LOG.ACTION, action)
                .set(CHANGE_LOG.BEFORE_VALUES, before == null ? null : JSON.writeValueAsString(before))
                .set(CHANGE_LOG.AFTER_VALUES, after == null ? null : JSON.writeValueAsString(after))
                .execute();
    }

    private static Map<String, Object> values(Record record, Predicate<Field<?>> wanted, UnaryOperator<Record> side) {
        Record source = side.apply(record);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<?> field : record.fields()) {
            if (wanted.test(field) && !field.getName().startsWith("search_")) {
                values.put(field.getName(), SECRET.contains(field) ? "***" : readable(stored(source, field)));
            }
        }
        return values;
    }

    private static boolean isTyping(Set<String> columns) {
        return columns.stream().anyMatch(TYPED::contains)
                && columns.stream().allMatch(column -> TYPED.contains(column) || column.equals("version"));
    }

    /** Returns the last change of the row when it is the same person's typing of just now. */
    private static Optional<Long> goingOn(
            DSLContext db,
            Table<?> table,
            long row,
            Optional<Actor> actor,
            String name,
            Set<String> columns,
            LocalDateTime now) {
        return db.select(
                        CHANGE_LOG.ID,
                        CHANGE_LOG.CHANGED_BY,
                        CHANGE_LOG.CHANGED_BY_NAME,
                        CHANGE_LOG.CHANGED_AT,
                        CHANGE_LOG.ACTION,
                        CHANGE_LOG.AFTER_VALUES)
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.TABLE_NAME.eq(table.getName()))
                .and(CHANGE_LOG.ROW_ID.eq(row))
                .orderBy(CHANGE_LOG.ID.desc())
                .limit(1)
                .fetchOptional()
                .filter(last -> last.get(CHANGE_LOG.ACTION).equals("UPDATE")
                        && Objects.equals(
                                last.get(CHANGE_LOG.CHANGED_BY),
                                actor.map(Actor::account).orElse(null))
                        && last.get(CHANGE_LOG.CHANGED_BY_NAME).equals(name)
                        && last.get(CHANGE_LOG.CHANGED_AT).isAfter(now.minus(ONE_CHANGE))
                        && JSON.readTree(last.get(CHANGE_LOG.AFTER_VALUES))
                                .propertyNames()
                                .equals(columns))
                .map(last -> last.get(CHANGE_LOG.ID));
    }

    private static @Nullable Long meeting(Record record) {
        Field<?> field = record instanceof MeetingRecord ? MEETING.ID : record.field("meeting_id");
        return field == null ? null : (Long) stored(record, field);
    }

    private static long rowId(Record record) {
        Object id = stored(record, Objects.requireNonNull(record.field("id")));
        return ((Number) Objects.requireNonNull(id)).longValue();
    }

    /** The value as the database holds it: jOOQ cannot turn our typed ids into text by itself. */
    private static <T> @Nullable Object stored(Record record, Field<T> field) {
        return ((org.jooq.Converter<?, T>) field.getConverter()).to(record.get(field));
    }

    private static @Nullable Object readable(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
