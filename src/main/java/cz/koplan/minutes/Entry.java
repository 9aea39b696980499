package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;
import org.jspecify.annotations.Nullable;

/** What the minutes say under an agenda item; {@code text} is Markdown, {@code internal} keeps all of it in the group. */
public record Entry(
        EntryId id,
        int version,
        AgendaItemId agendaItem,
        EntryKind kind,
        String text,
        boolean internal,
        @Nullable Vote vote) {

    /** Whether it says nothing and no vote was noted. */
    public boolean isEmpty() {
        return text.isBlank() && vote == null;
    }
}
