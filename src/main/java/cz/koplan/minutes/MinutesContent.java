package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole minutes at one moment: what a revision stores as JSON and what the PDF shows, internal and public alike.
 *
 * <p>Every {@code text} is Markdown of {@link cz.koplan.shared.text.Markdown} and may hold internal passages; titles,
 * names, labels and places are plain text.
 */
public record MinutesContent(
        String title,
        @Nullable String group,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        @Nullable MeetingMode mode,
        @Nullable String place,
        List<Attendee> attendance,
        List<Item> items,
        List<Task> tasks,
        List<Resolution> resolutions,
        @Nullable NextMeeting nextMeeting,
        @Nullable Signatory author,
        @Nullable Signatory verifiedBy) {

    /** {@code publishName}: the person agreed to be named in published minutes. */
    public record Attendee(String name, @Nullable String organisation, AttendanceKind kind, boolean publishName) {}

    /** An agenda item, in the order of the meeting; {@code number} is null for a section outside the agenda. */
    public record Item(
            @Nullable Integer number, String title, AgendaItemKind kind, List<Update> updates, List<String> texts) {}

    /** A round-table line; {@code label} is the organisation as the minutes name it. */
    public record Update(String label, String text) {}

    public record Task(
            String text,
            @Nullable String person,
            @Nullable String organisation,
            boolean publishName,
            @Nullable LocalDate due) {}

    /** {@code number} as recorded, for example {@code 3/2021}; null while it has none. */
    public record Resolution(@Nullable String number, String text) {}

    public record NextMeeting(
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            @Nullable String place) {}

    public record Signatory(String name, @Nullable String organisation, boolean publishName) {}
}
