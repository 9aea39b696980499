package cz.koplan.imports;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.minutes.MinutesContent;
import cz.koplan.reading.ReadMinutes;
import cz.koplan.shared.text.Markdown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was read straight into minutes, without a database: nobody has checked it, so nothing is left out. */
final class ReadContent {

    static final String UNTITLED = "Další text";
    private static final String UNUSED = "Nezařazený text z předlohy";

    private ReadContent() {}

    static MinutesContent of(ReadMinutes read) {
        var next = read.nextMeeting();
        return new MinutesContent(
                read.title() != null ? read.title() : read.source(),
                read.group(),
                read.date(),
                read.start(),
                read.end(),
                read.mode(),
                read.place(),
                read.attendance().stream()
                        .map(attendee -> new MinutesContent.Attendee(
                                attendee.name(), attendee.organisation(), attendee.kind(), false))
                        .toList(),
                items(read),
                read.tasks().stream()
                        .map(task -> new MinutesContent.Task(
                                Markdown.escape(task.text()), task.owner(), null, false, task.due()))
                        .toList(),
                read.resolutions().stream()
                        .map(resolution ->
                                new MinutesContent.Resolution(resolution.number(), Markdown.escape(resolution.text())))
                        .toList(),
                next == null ? null : new MinutesContent.NextMeeting(next.date(), next.start(), next.place()),
                signatory(read.author()),
                signatory(read.verifiedBy()));
    }

    private static List<MinutesContent.Item> items(ReadMinutes read) {
        List<MinutesContent.Item> items = new ArrayList<>();
        for (var point : read.agenda()) {
            List<ReadMinutes.Item> said = read.items().stream()
                    .filter(item -> item.agendaNumber() != null && item.agendaNumber() == point.number())
                    .toList();
            items.add(new MinutesContent.Item(
                    point.number(),
                    point.title(),
                    said.isEmpty() ? AgendaItemKind.TOPIC : said.getFirst().kind(),
                    said.stream().flatMap(item -> updates(item).stream()).toList(),
                    said.stream().flatMap(item -> texts(item).stream()).toList()));
        }
        read.items().stream()
                .filter(item -> read.agenda().stream()
                        .noneMatch(point -> item.agendaNumber() != null && item.agendaNumber() == point.number()))
                .forEach(item -> items.add(new MinutesContent.Item(
                        item.agendaNumber(),
                        item.title() == null ? UNTITLED : item.title(),
                        item.kind(),
                        updates(item),
                        texts(item))));
        if (!read.unused().isEmpty()) {
            items.add(new MinutesContent.Item(
                    null,
                    UNUSED,
                    AgendaItemKind.TOPIC,
                    List.of(),
                    read.unused().stream()
                            .map(unused -> Markdown.escape(unused.text()))
                            .toList()));
        }
        return items;
    }

    private static List<MinutesContent.Update> updates(ReadMinutes.Item item) {
        return item.updates().stream()
                .map(update -> new MinutesContent.Update(update.label(), Markdown.escape(update.text())))
                .toList();
    }

    private static List<String> texts(ReadMinutes.Item item) {
        return item.paragraphs().stream()
                .map(paragraph -> Markdown.escape(paragraph.text()))
                .toList();
    }

    private static MinutesContent.@Nullable Signatory signatory(@Nullable String name) {
        return name == null ? null : new MinutesContent.Signatory(name, null, false);
    }
}
