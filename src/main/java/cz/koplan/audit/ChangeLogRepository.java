package cz.koplan.audit;

import static cz.koplan.db.Tables.CHANGE_LOG;
import static org.jooq.impl.DSL.noCondition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChangeLogRepository {

    /** How many changes are searched for a text at a time. */
    static final int SEARCHED = 20_000;

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;

    ChangeLogRepository(DSLContext db) {
        this.db = db;
    }

    ChangePage page(ChangeFilter filter, long before, int limit) {
        Table<?> source = filter.day() == null ? CHANGE_LOG : CHANGE_LOG.forceIndex("change_log_time");
        Condition wanted = CHANGE_LOG.ID.lt(before).and(without(filter));
        Long end = null;
        if (!filter.text().isEmpty()) {
            end = db.select(CHANGE_LOG.ID)
                    .from(source)
                    .where(wanted)
                    .orderBy(CHANGE_LOG.ID.desc())
                    .limit(1)
                    .offset(SEARCHED)
                    .fetchOne(CHANGE_LOG.ID);
            wanted = wanted.and(end == null ? noCondition() : CHANGE_LOG.ID.gt(end))
                    .and(CHANGE_LOG
                            .BEFORE_VALUES
                            .containsIgnoreCase(filter.text())
                            .or(CHANGE_LOG.AFTER_VALUES.containsIgnoreCase(filter.text())));
        }
        List<Change> found = db.select(
                        CHANGE_LOG.ID,
                        CHANGE_LOG.CHANGED_AT,
                        CHANGE_LOG.CHANGED_BY_NAME,
                        CHANGE_LOG.TABLE_NAME,
                        CHANGE_LOG.ROW_ID,
                        CHANGE_LOG.ACTION,
                        CHANGE_LOG.BEFORE_VALUES,
                        CHANGE_LOG.AFTER_VALUES)
                .from(source)
                .where(wanted)
                .orderBy(CHANGE_LOG.ID.desc())
                .limit(limit + 1)
                .fetch(ChangeLogRepository::change);
        if (found.size() > limit) {
            return new ChangePage(found.subList(0, limit), found.get(limit - 1).id());
        }
        return new ChangePage(found, end == null ? null : end + 1);
    }

    private static Condition without(ChangeFilter filter) {
        Condition wanted = noCondition();
        if (filter.table() != null) {
            wanted = wanted.and(CHANGE_LOG.TABLE_NAME.eq(filter.table()));
        }
        if (filter.row() != null) {
            wanted = wanted.and(CHANGE_LOG.ROW_ID.eq(filter.row()));
        }
        if (filter.by() != null) {
            wanted = wanted.and(CHANGE_LOG.CHANGED_BY_NAME.eq(filter.by()));
        }
        LocalDate day = filter.day();
        if (day != null) {
            wanted = wanted.and(CHANGE_LOG.CHANGED_AT.ge(midnight(day)))
                    .and(CHANGE_LOG.CHANGED_AT.lt(midnight(day.plusDays(1))));
        }
        return wanted;
    }

    /** Returns when the day begins in Prague, in UTC. */
    private static LocalDateTime midnight(LocalDate day) {
        return day.atStartOfDay(PRAGUE).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    private static Change change(Record row) {
        return new Change(
                row.get(CHANGE_LOG.ID),
                row.get(CHANGE_LOG.CHANGED_AT),
                row.get(CHANGE_LOG.CHANGED_BY_NAME),
                row.get(CHANGE_LOG.TABLE_NAME),
                row.get(CHANGE_LOG.ROW_ID),
                ChangeAction.valueOf(row.get(CHANGE_LOG.ACTION)),
                values(row.get(CHANGE_LOG.BEFORE_VALUES), row.get(CHANGE_LOG.AFTER_VALUES)));
    }

    private static List<Change.Value> values(@Nullable String before, @Nullable String after) {
        JsonNode old = JSON.readTree(before == null ? "{}" : before);
        JsonNode now = JSON.readTree(after == null ? "{}" : after);
        Set<String> columns = new LinkedHashSet<>(old.propertyNames());
        columns.addAll(now.propertyNames());
        List<Change.Value> values = new ArrayList<>();
        for (String column : columns) {
            String was = text(old.get(column));
            String is = text(now.get(column));
            if (was != null || is != null) {
                values.add(new Change.Value(column, was, is));
            }
        }
        return values;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value.asString();
    }

    List<String> tables() {
        return db.selectDistinct(CHANGE_LOG.TABLE_NAME)
                .from(CHANGE_LOG)
                .orderBy(CHANGE_LOG.TABLE_NAME)
                .fetch(CHANGE_LOG.TABLE_NAME);
    }

    List<String> people() {
        return db.selectDistinct(CHANGE_LOG.CHANGED_BY_NAME)
                .from(CHANGE_LOG)
                .orderBy(CHANGE_LOG.CHANGED_BY_NAME)
                .fetch(CHANGE_LOG.CHANGED_BY_NAME);
    }
}
