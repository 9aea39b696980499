package cz.koplan.shared.changes;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.CHANGE_LOG;
import static cz.koplan.db.Tables.FILE_CHUNK;
import static cz.koplan.db.Tables.MINUTES_REVISION;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
 * sees to it). An update that changes nothing leaves no trace. Revisions and file contents are immutable and log
 * themselves by existing.
 */
final class ChangeLogListener implements RecordListener {

    private static final Set<Table<?>> WITHOUT_PAST = Set.of(CHANGE_LOG, FILE_CHUNK, MINUTES_REVISION);
    private static final Set<Field<?>> SECRET = Set.of(ACCOUNT.PASSWORD_HASH);
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
        context.dsl()
                .insertInto(CHANGE_LOG)
                .set(CHANGE_LOG.CHANGED_AT, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .set(CHANGE_LOG.CHANGED_BY, actor.map(Actor::account).orElse(null))
                .set(CHANGE_LOG.CHANGED_BY_NAME, actor.map(Actor::name).orElse("Koplán"))
                .set(CHANGE_LOG.TABLE_NAME, table.getName())
                .set(CHANGE_LOG.ROW_ID, rowId(context.record()))
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
