package cz.koplan.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which changes to show; null = all.
 *
 * @param row the id of a row, of {@code table}
 * @param by the name at the time
 * @param day in Prague
 * @param text to be found in a value, before or after, whatever the case; empty = any
 */
public record ChangeFilter(
        @Nullable String table,
        @Nullable Long row,
        @Nullable String by,
        @Nullable LocalDate day,
        String text) {

    public static final ChangeFilter ALL = new ChangeFilter(null, null, null, null, "");
}
