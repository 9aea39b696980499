package cz.koplan.reading;

import com.fasterxml.jackson.annotation.JsonFormat;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of one file. Texts are the source's own with white space normalised; what the source does not say
 * is null or an empty list. The component names are those of the JSON.
 *
 * @param group as the source names it, inflected as there
 * @param provenance lines of the single values, by component name
 */
public record ReadMinutes(
        String source,
        SourceFormat format,
        @Nullable String title,
        @Nullable String group,
        @Nullable LocalDate date,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime end,
        @Nullable MeetingMode mode,
        @Nullable String place,
        List<AgendaPoint> agenda,
        List<Attendee> attendance,
        List<Item> items,
        List<Task> tasks,
        List<Resolution> resolutions,
        @Nullable String author,
        @Nullable String verifiedBy,
        @Nullable NextMeeting nextMeeting,
        List<Question> questions,
        List<Unused> unused,
        Map<String, Lines> provenance) {

    /** One line of the agenda; {@code number} is its position where the source has bullets. */
    public record AgendaPoint(int number, String title, Lines lines) {}

    public record Attendee(String name, @Nullable String organisation, AttendanceKind kind, Lines lines) {}

    /**
     * A section of the minutes.
     *
     * @param agendaNumber null for a section that is not on the agenda
     * @param title null for text that stands under no heading
     */
    public record Item(
            @Nullable Integer agendaNumber,
            @Nullable String title,
            AgendaItemKind kind,
            List<Update> updates,
            List<Paragraph> paragraphs,
            @Nullable Lines lines) {}

    /** A round-table line; paragraphs inside {@code text} are separated by a line break. */
    public record Update(String label, String text, Lines lines) {}

    public record Paragraph(String text, Lines lines) {}

    public record Task(
            String text, @Nullable String owner, @Nullable LocalDate due, Lines lines) {}

    /** {@code number} as in the source, for example {@code 3/2021}. */
    public record Resolution(@Nullable String number, String text, Lines lines) {}

    public record NextMeeting(
            @Nullable LocalDate date,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
            @Nullable String place,
            Lines lines) {}

    /**
     * A doubt that a person has to settle.
     *
     * @param about a key such as {@code TWO_DATES}
     * @param text the passage in doubt, null when something is missing altogether
     * @param message in Czech
     */
    public record Question(
            String about, @Nullable String text, @Nullable Lines lines, String message) {}

    /** Text nobody understood; its lines are separated by line breaks. */
    public record Unused(String text, Lines lines) {}
}
