package cz.koplan.minutes;

import cz.koplan.groups.DelegateKind;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole minutes at one moment: what a revision stores as JSON and what the PDF shows, internal and public alike.
 *
 * <p>Every {@code text} is Markdown of {@link cz.koplan.shared.text.Markdown} and may hold internal passages; titles,
 * names, labels and places are plain text. An {@code id} is that of the row, by which revisions are compared and
 * restored; it is null where there was no row or where an old revision does not say. What an old revision lacks reads
 * as nothing or {@code false}.
 *
 * @param tasks given under no item, as in old minutes; so are {@code resolutions}
 * @param overruled what was found wanting when the minutes were finished nevertheless
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
        @Nullable Signatory verifiedBy,
        List<Overruled> overruled) {

    public MinutesContent(
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
        this(
                title,
                group,
                date,
                start,
                end,
                mode,
                place,
                attendance,
                items,
                tasks,
                resolutions,
                nextMeeting,
                author,
                verifiedBy,
                List.of());
    }

    MinutesContent withOverruled(List<Overruled> findings) {
        return new MinutesContent(
                title,
                group,
                date,
                start,
                end,
                mode,
                place,
                attendance,
                items,
                tasks,
                resolutions,
                nextMeeting,
                author,
                verifiedBy,
                findings);
    }

    /** Returns the tasks of all items and those without one. */
    public List<Task> allTasks() {
        return Stream.concat(items.stream().flatMap(item -> item.tasks().stream()), tasks.stream())
                .toList();
    }

    /** Says in Czech how somebody attended, for example {@code v zastoupení, od bodu 3}; empty for all the time. */
    public String attendanceNote(Attendee attendee) {
        return AttendanceWording.note(attendee, items, Audience.INTERNAL);
    }

    List<Resolution> allResolutions() {
        return Stream.concat(items.stream().flatMap(item -> item.resolutions().stream()), resolutions.stream())
                .toList();
    }

    /**
     * @param publishName the person agreed to be named in published minutes
     * @param through in which capacity the person spoke for the organisation
     * @param joinedAt id of the item at which they came later
     * @param leftAt id of the item before which they left
     */
    public record Attendee(
            @Nullable Long id,
            String name,
            @Nullable Long person,
            @Nullable String organisation,
            @Nullable Long organisationId,
            AttendanceKind kind,
            boolean publishName,
            @Nullable DelegateKind through,
            @Nullable Long joinedAt,
            @Nullable Long leftAt) {

        public Attendee(String name, @Nullable String organisation, AttendanceKind kind, boolean publishName) {
            this(null, name, null, organisation, null, kind, publishName, null, null, null);
        }
    }

    /** An agenda item, in the order of the meeting; {@code number} is null for a section outside the agenda. */
    public record Item(
            @Nullable Long id,
            @Nullable Integer number,
            String title,
            AgendaItemKind kind,
            List<Update> updates,
            List<Entry> entries,
            List<Task> tasks,
            List<Resolution> resolutions) {

        public Item(
                @Nullable Integer number, String title, AgendaItemKind kind, List<Update> updates, List<String> texts) {
            this(
                    null,
                    number,
                    title,
                    kind,
                    updates,
                    texts.stream().map(Entry::information).toList(),
                    List.of(),
                    List.of());
        }
    }

    public record Entry(
            @Nullable Long id,
            EntryKind kind,
            String text,
            boolean internal,
            @Nullable Vote vote) {

        public static Entry information(String text) {
            return new Entry(null, EntryKind.INFORMATION, text, false, null);
        }
    }

    /**
     * A round-table line.
     *
     * @param label the organisation as the minutes name it
     * @param outcome what was noted instead of a text
     */
    public record Update(
            @Nullable Long id,
            @Nullable Long organisationId,
            String label,
            String text,
            @Nullable UpdateOutcome outcome,
            boolean internal) {

        public Update(String label, String text) {
            this(null, null, label, text, null, false);
        }
    }

    public record Task(
            @Nullable Long id,
            String text,
            @Nullable String person,
            @Nullable Long personId,
            @Nullable String organisation,
            @Nullable Long organisationId,
            boolean publishName,
            @Nullable LocalDate due,
            boolean internal) {

        public Task(
                String text,
                @Nullable String person,
                @Nullable String organisation,
                boolean publishName,
                @Nullable LocalDate due) {
            this(null, text, person, null, organisation, null, publishName, due, false);
        }
    }

    /**
     * @param number as recorded, for example {@code 3/2021}; null while it has none
     * @param withdrawn no longer holds
     */
    public record Resolution(
            @Nullable Long id,
            @Nullable String number,
            String text,
            boolean internal,
            boolean withdrawn,
            @Nullable Vote vote) {

        public Resolution(@Nullable String number, String text) {
            this(null, number, text, false, false, null);
        }
    }

    public record NextMeeting(
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            @Nullable String place) {}

    public record Signatory(String name, @Nullable String organisation, boolean publishName) {}

    /** A finding that did not keep somebody from finishing the minutes; {@code subject} names what it is about. */
    public record Overruled(FinishCheck check, String subject) {}
}
