package cz.koplan.imports;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationName;
import cz.koplan.reading.ReadMinutes;
import cz.koplan.reading.SourceLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file side by side with what was understood of it.
 *
 * @param organisations known organisations by the name the source uses
 * @param open the questions nobody has answered yet, in the order to ask them
 * @param asked how many questions the file raised altogether
 */
public record ImportReview(
        ImportId id,
        String fileName,
        ImportState state,
        List<SourceLine> lines,
        ReadMinutes minutes,
        @Nullable GroupId group,
        @Nullable LocalDate date,
        Map<String, OrganisationName> organisations,
        List<ImportQuestion> open,
        int asked,
        @Nullable MeetingId meeting) {}
