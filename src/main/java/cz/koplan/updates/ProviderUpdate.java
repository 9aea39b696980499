package cz.koplan.updates;

import cz.koplan.meetings.AgendaItemId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the round table.
 *
 * @param label how the minutes name the organisation: as the source does, else by its name
 * @param submitted what the organisation itself handed in, Markdown; null when nothing
 * @param outcome what was noted instead of a text
 * @param internal the whole line is for the group only
 */
public record ProviderUpdate(
        UpdateId id,
        int version,
        AgendaItemId agendaItem,
        UpdateData data,
        String label,
        @Nullable String submitted,
        @Nullable UpdateOutcome outcome,
        boolean internal) {

    /** Whether nothing was said and nothing noted yet. */
    public boolean missing() {
        return outcome == null && data.text().isBlank();
    }
}
