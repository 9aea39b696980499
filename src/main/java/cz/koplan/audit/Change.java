package cz.koplan.audit;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row.
 *
 * @param at UTC
 * @param by the name at the time
 * @param table as the database calls it
 * @param row its id
 */
public record Change(
        long id, LocalDateTime at, String by, String table, long row, ChangeAction action, List<Value> values) {

    /** A column before and after; null = it held nothing, or the row was not there. */
    public record Value(
            String column,
            @Nullable String before,
            @Nullable String after) {}
}
