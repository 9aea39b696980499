package cz.koplan.meetings;

import org.jspecify.annotations.Nullable;

/** A topic that waits for its meeting; {@code minutes} is its planned duration. */
public record BacklogData(
        String title, AgendaItemKind kind, @Nullable Integer minutes) {

    public BacklogData {
        // The same rules as for an item of an agenda.
        title = new AgendaItemData(null, title, kind, minutes, null, false, false, false).title();
    }

    AgendaItemData onAgenda() {
        return new AgendaItemData(null, title, kind, minutes, null, false, false, false);
    }
}
