package cz.koplan.shared.changes;

import org.jooq.UpdatableRecord;
import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;

/** The optimistic lock: a change is written only over the version that its author saw. */
public final class Versions {

    private Versions() {}

    /**
     * Returns the row when it still has the version that was seen.
     *
     * @throws StaleVersionException when the row is gone or has another version
     */
    public static <R extends UpdatableRecord<R>> R seen(@Nullable R row, int version) {
        if (row == null || row.get("version", Integer.class) != version) {
            throw new StaleVersionException();
        }
        return row;
    }

    /**
     * Writes the changed columns of the row.
     *
     * @throws StaleVersionException when another transaction was faster
     */
    public static void update(UpdatableRecord<?> row) {
        try {
            row.update();
        } catch (DataChangedException e) {
            throw new StaleVersionException();
        }
    }

    /**
     * Removes the row.
     *
     * @throws StaleVersionException when another transaction was faster
     */
    public static void delete(UpdatableRecord<?> row) {
        try {
            row.delete();
        } catch (DataChangedException e) {
            throw new StaleVersionException();
        }
    }
}
