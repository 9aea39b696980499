package cz.koplan.meetings;

import cz.koplan.shared.Input;
import org.jspecify.annotations.Nullable;

/** {@code number} as announced; null for a section outside the agenda. */
public record AgendaItemData(@Nullable Integer number, String title, AgendaItemKind kind) {

    public AgendaItemData {
        title = Input.required(title, 300);
    }
}
