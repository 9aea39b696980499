package cz.koplan.updates;

import cz.koplan.meetings.AgendaItemId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
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
        boolean internal,
        Report report) {

    /**
     * What the member did besides the text. Times are UTC.
     *
     * @param submittedAt null as long as nothing was handed in
     * @param resubmitted whether something was handed in that the minutes have not taken over
     * @param draftBy who writes; null when nobody does
     */
    public record Report(
            @Nullable String submittedBy,
            @Nullable LocalDateTime submittedAt,
            boolean resubmitted,
            @Nullable String draftBy,
            @Nullable LocalDateTime draftAt,
            @Nullable Integer freePlaces,
            Set<Signal> signals,
            List<ReportFile> files) {

        public static final Report NONE = new Report(null, null, false, null, null, null, Set.of(), List.of());

        /** Whether a member has typed since something was handed in. */
        public boolean drafting() {
            return draftAt != null && (submittedAt == null || draftAt.isAfter(submittedAt));
        }
    }

    /** Whether the member wrote something, or handed in that there is nothing. */
    public boolean reported() {
        return submitted != null
                || report.submittedAt() != null
                || report.draftAt() != null
                || !report.files().isEmpty();
    }

    /** Whether nothing was said and nothing noted yet. */
    public boolean missing() {
        return outcome == null && data.text().isBlank() && report.submittedAt() == null;
    }
}
