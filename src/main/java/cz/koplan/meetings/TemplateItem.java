package cz.koplan.meetings;

import org.jspecify.annotations.Nullable;

/** A standing item of a template; {@code minutes} is its planned duration. */
public record TemplateItem(
        String title, AgendaItemKind kind, @Nullable Integer minutes) {

    public TemplateItem {
        // The same rules as for an item of an agenda.
        title = new AgendaItemData(null, title, kind, minutes, null, true, false, false).title();
    }

    AgendaItemData onAgenda() {
        return new AgendaItemData(null, title, kind, minutes, null, true, false, false);
    }
}
