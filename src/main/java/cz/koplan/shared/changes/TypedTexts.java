package cz.koplan.shared.changes;

import cz.koplan.shared.text.TextMerge;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Stores texts that several people may type at once. */
public final class TypedTexts {

    private TypedTexts() {}

    /**
     * Writes the edit over what is stored now, merged with what others changed since the edit's base.
     *
     * @param locked the row, locked for update
     * @param stored the text that the row shows now
     * @throws TextConflictException when both changed the same place
     * @throws StaleVersionException when the row is gone
     */
    public static <R extends UpdatableRecord<R>> StoredText store(
            @Nullable R locked, TableField<R, String> field, @Nullable String stored, TextEdit edit) {
        if (locked == null) {
            throw new StaleVersionException();
        }
        String now = stored == null ? "" : stored;
        String merged = merge(version(locked), now, edit);
        if (!merged.equals(now)) {
            locked.set(field, merged);
            Versions.update(locked);
        }
        return new StoredText(version(locked), merged);
    }

    /**
     * Returns the edit merged with what others changed since its base.
     *
     * @param stored the text of the row, which is locked, and has that version
     * @throws TextConflictException when both changed the same place
     */
    public static String merge(int version, String stored, TextEdit edit) {
        return TextMerge.merge(edit.base(), edit.text(), stored)
                .orElseThrow(() -> new TextConflictException(new StoredText(version, stored)));
    }

    private static int version(UpdatableRecord<?> row) {
        return row.get("version", Integer.class);
    }
}
