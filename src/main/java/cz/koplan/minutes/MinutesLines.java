package cz.koplan.minutes;

import cz.koplan.meetings.MeetingMode;
import cz.koplan.minutes.MinutesContent.Attendee;
import cz.koplan.minutes.MinutesContent.Entry;
import cz.koplan.minutes.MinutesContent.Item;
import cz.koplan.minutes.MinutesContent.NextMeeting;
import cz.koplan.minutes.MinutesContent.Resolution;
import cz.koplan.minutes.MinutesContent.Signatory;
import cz.koplan.minutes.MinutesContent.Task;
import cz.koplan.minutes.MinutesContent.Update;
import cz.koplan.shared.text.CzechDates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole minutes as lines of their own words, to be compared. Texts stand as they were typed, with the marks of internal
 * passages, so that whatever was changed is seen.
 */
final class MinutesLines {

    enum Kind {
        FACT,
        ATTENDEE,
        UPDATE,
        ENTRY,
        RESOLUTION,
        TASK
    }

    /**
     * @param id of the row, unique among those of the kind
     * @param name by which it is known where the rows do not tell; empty where it has none
     */
    record Line(Kind kind, @Nullable Long id, String name, String text) {}

    /** {@code id} is that of an agenda item; {@code name} tells the others apart. */
    record Section(@Nullable Long id, String name, String heading, List<Line> lines) {}

    private final MinutesContent minutes;

    private MinutesLines(MinutesContent minutes) {
        this.minutes = minutes;
    }

    static List<Section> of(MinutesContent minutes) {
        var lines = new MinutesLines(minutes);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(null, "head", minutes.title(), lines.facts()));
        sections.add(new Section(
                null,
                "attendance",
                "Účast",
                minutes.attendance().stream().map(lines::attendee).toList()));
        minutes.items().forEach(item -> sections.add(item(item)));
        sections.add(new Section(
                null,
                "tasks",
                "Úkoly",
                minutes.tasks().stream().map(MinutesLines::task).toList()));
        sections.add(new Section(
                null,
                "resolutions",
                "Usnesení",
                minutes.resolutions().stream().map(MinutesLines::resolution).toList()));
        sections.add(new Section(null, "end", "Závěr", lines.end()));
        // The sections of items are told by their id or their heading, the others by their name.
        return sections.stream()
                .filter(section -> section.name().isEmpty()
                        || section.name().equals("head")
                        || !section.lines().isEmpty())
                .toList();
    }

    private List<Line> facts() {
        LocalDate date = minutes.date();
        LocalTime start = minutes.start();
        LocalTime end = minutes.end();
        String time = start == null ? "" : end == null ? CzechDates.time(start) + " hod." : CzechDates.span(start, end);
        MeetingMode mode = minutes.mode();
        return filled(
                fact("Datum", date == null ? "" : CzechDates.inWords(date)),
                fact("Čas", time),
                fact("Způsob konání", mode == null ? "" : MinutesPdf.mode(mode)),
                fact("Místo", plain(minutes.place())));
    }

    private List<Line> end() {
        NextMeeting next = minutes.nextMeeting();
        String announced = next == null
                ? ""
                : Stream.of(
                                next.date() == null ? "" : CzechDates.inWords(next.date()),
                                next.start() == null ? "" : CzechDates.time(next.start()) + " hod.",
                                plain(next.place()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return filled(
                fact("Příští jednání", announced),
                fact("Zapsal(a)", name(minutes.author())),
                fact("Ověřil(a)", name(minutes.verifiedBy())));
    }

    private static String name(@Nullable Signatory signatory) {
        return signatory == null ? "" : who(signatory.name(), signatory.organisation());
    }

    private static List<Line> filled(Line... lines) {
        return Stream.of(lines).filter(line -> !line.text().isEmpty()).toList();
    }

    private static Line fact(String name, String value) {
        return new Line(Kind.FACT, null, name, value.isEmpty() ? "" : name + ": " + value);
    }

    private Line attendee(Attendee attendee) {
        String who = Stream.of(plain(attendee.organisation()), attendee.name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" – "));
        String note = AttendanceWording.note(attendee, minutes.items(), Audience.INTERNAL);
        return new Line(
                Kind.ATTENDEE,
                attendee.id(),
                who,
                AttendanceWording.heading(attendee.kind()) + ": " + who + (note.isEmpty() ? "" : " (" + note + ")"));
    }

    private static Section item(Item item) {
        List<Line> lines = new ArrayList<>();
        item.updates().stream()
                .map(MinutesLines::update)
                .filter(line -> !line.text().isEmpty())
                .forEach(lines::add);
        item.entries().stream()
                .map(MinutesLines::entry)
                .filter(line -> !line.text().isEmpty())
                .forEach(lines::add);
        item.resolutions().forEach(resolution -> lines.add(resolution(resolution)));
        item.tasks().forEach(task -> lines.add(task(task)));
        return new Section(item.id(), "", (item.number() == null ? "" : item.number() + ". ") + item.title(), lines);
    }

    private static Line update(Update update) {
        String said = !update.text().isBlank()
                ? update.text()
                : switch (update.outcome()) {
                    case null -> "";
                    case NO_NEWS -> "bez novinek";
                    case ABSENT -> "chybí";
                };
        return new Line(
                Kind.UPDATE,
                update.id(),
                update.label(),
                said.isEmpty() ? "" : internal(update.internal()) + update.label() + ": " + said);
    }

    private static Line entry(Entry entry) {
        String vote = VoteWording.of(entry.vote(), Audience.INTERNAL);
        String text = lines(entry.text(), vote);
        String kind = entry.kind() == EntryKind.DECISION ? "Rozhodnutí: " : "";
        return new Line(Kind.ENTRY, entry.id(), "", text.isEmpty() ? "" : internal(entry.internal()) + kind + text);
    }

    private static Line resolution(Resolution resolution) {
        String number = plain(resolution.number());
        return new Line(
                Kind.RESOLUTION,
                resolution.id(),
                number,
                internal(resolution.internal())
                        + "Usnesení" + (number.isEmpty() ? "" : " " + number)
                        + (resolution.withdrawn() ? " (zrušeno)" : "") + ": "
                        + lines(resolution.text(), VoteWording.of(resolution.vote(), Audience.INTERNAL)));
    }

    private static Line task(Task task) {
        String owner = who(plain(task.person()), task.organisation());
        return new Line(
                Kind.TASK,
                task.id(),
                "",
                internal(task.internal()) + "Úkol: "
                        + lines(
                                task.text(),
                                owner.isEmpty() ? "" : "Odpovídá: " + owner,
                                task.due() == null ? "" : "Termín: " + CzechDates.inWords(task.due())));
    }

    private static String who(String person, @Nullable String organisation) {
        return Stream.of(person, plain(organisation))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String internal(boolean internal) {
        return internal ? "(interní) " : "";
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
