package cz.koplan.updates;

import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report of a member as the member itself sees it. Times are UTC.
 *
 * @param id null as long as nothing is stored
 * @param draft what was typed and not handed in; null when nothing was typed since the last time
 * @param submitted what was handed in, Markdown; null when nothing was, or when the member has no news
 * @param submittedAt null as long as nothing was handed in
 * @param waits whether the report goes to the next round table of the group, because there is none here
 * @param earlier what the member reported the last time before
 */
public record Submission(
        @Nullable UpdateId id,
        int version,
        @Nullable String draft,
        @Nullable String draftBy,
        @Nullable LocalDateTime draftAt,
        @Nullable String submitted,
        @Nullable String submittedBy,
        @Nullable LocalDateTime submittedAt,
        Set<Signal> signals,
        @Nullable Integer freePlaces,
        List<ServiceId> services,
        List<OrpId> orps,
        List<ReportFile> files,
        UpdateState state,
        boolean waits,
        @Nullable Earlier earlier) {

    /** @param day of the meeting, else the day on which it was handed in */
    public record Earlier(LocalDate day, String text) {}

    static Submission nothing(boolean waits, @Nullable Earlier earlier) {
        return new Submission(
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                UpdateState.NOTHING,
                waits,
                earlier);
    }

    /** Returns the text to go on with, which is the base of what is typed next. */
    public String text() {
        return draft != null ? draft : submitted != null ? submitted : "";
    }

    /** Whether the member said that there is nothing to say. */
    public boolean noNews() {
        return submittedAt != null && submitted == null;
    }
}
