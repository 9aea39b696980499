package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.minutes.Comparison.Row;
import cz.koplan.minutes.MinutesContent.Attendee;
import cz.koplan.minutes.MinutesContent.Entry;
import cz.koplan.minutes.MinutesContent.Item;
import cz.koplan.minutes.MinutesContent.Resolution;
import cz.koplan.minutes.MinutesContent.Task;
import cz.koplan.minutes.MinutesContent.Update;
import cz.koplan.shared.text.TextComparison.Kind;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void wordsOfTheSameRowAreCompared() {
        compared(
                item(1L, "Bod", entry(1L, "Klub běží."), entry(2L, "Beze změny.")),
                item(1L, "Bod", entry(1L, "Klub dál běží."), entry(2L, "Beze změny.")),
                "  Bod",
                "~ Klub [+dál +]běží.",
                "  Beze změny.");
    }

    @Test
    void rowsAreAddedAndRemovedInTheirPlace() {
        compared(
                item(1L, "Bod", entry(1L, "První."), entry(2L, "Druhý."), entry(3L, "Třetí.")),
                item(1L, "Bod", entry(1L, "První."), entry(4L, "Nový."), entry(3L, "Třetí.")),
                "  Bod",
                "  První.",
                "+ Nový.",
                "- Druhý.",
                "  Třetí.");
    }

    @Test
    void theFewestRowsHaveMoved() {
        compared(
                item(1L, "Bod", entry(1L, "A."), entry(2L, "B."), entry(3L, "C."), entry(4L, "D.")),
                item(1L, "Bod", entry(4L, "D."), entry(1L, "A."), entry(2L, "B."), entry(3L, "C.")),
                "  Bod",
                ">  D.",
                "  A.",
                "  B.",
                "  C.");
    }

    @Test
    void aRowMovesToAnotherItem() {
        compared(
                List.of(item(1L, "První", entry(1L, "A."), entry(2L, "B.")), item(2L, "Druhý")),
                List.of(item(1L, "První", entry(1L, "A.")), item(2L, "Druhý", entry(2L, "B, jinak."))),
                "  První",
                "  A.",
                "  Druhý",
                ">~ B[+, jinak+].");
    }

    @Test
    void itemsAreAddedRemovedRenamedAndMoved() {
        compared(
                List.of(item(1L, "První"), item(2L, "Druhý", entry(2L, "B.")), item(3L, "Třetí", entry(3L, "C."))),
                List.of(item(3L, "Třetí", entry(3L, "C.")), item(1L, "Prvotní"), item(4L, "Nový", entry(4L, "D."))),
                "- Druhý",
                "- B.",
                "  Třetí",
                "  C.",
                ">~ [-První-][+Prvotní+]",
                "+ Nový",
                "+ D.");
    }

    @Test
    void rowsMadeAnewAreKnownByTheirWordsOrName() {
        compared(
                List.of(new Item(
                        1L,
                        null,
                        "Bod",
                        AgendaItemKind.TOPIC,
                        List.of(new Update(1L, null, "Klub", "Běží.", null, false)),
                        List.of(entry(1L, "Zůstává."), entry(2L, "Mizí.")),
                        List.of(),
                        List.of(new Resolution(1L, "1/2025", "Ano.", false, false, null)))),
                List.of(new Item(
                        1L,
                        null,
                        "Bod",
                        AgendaItemKind.TOPIC,
                        List.of(new Update(9L, null, "Klub", "", UpdateOutcome.NO_NEWS, false)),
                        List.of(entry(9L, "Zůstává.")),
                        List.of(),
                        List.of(new Resolution(9L, "1/2025", "Ano.", false, true, null)))),
                "  Bod",
                "~ Klub: [-Běží.-][+bez novinek+]",
                "  Zůstává.",
                "- Mizí.",
                "~ Usnesení 1/2025[+ (zrušeno)+]: Ano.");
    }

    @Test
    void oldRevisionsWithoutIdsAreComparedInTurn() {
        compared(
                List.of(new Item(1, "Bod", AgendaItemKind.TOPIC, List.of(), List.of("A jedna.", "B dvě."))),
                List.of(new Item(
                        7L,
                        1,
                        "Bod",
                        AgendaItemKind.TOPIC,
                        List.of(),
                        List.of(entry(5L, "B dvě."), entry(6L, "A dvě.")),
                        List.of(),
                        List.of())),
                "  1. Bod",
                "  B dvě.",
                ">~ A [-jedna-][+dvě+].");
    }

    @Test
    void whateverIsKnownOfARowIsCompared() {
        compared(
                List.of(new Item(
                        1L,
                        null,
                        "Bod",
                        AgendaItemKind.TOPIC,
                        List.of(),
                        List.of(new Entry(1L, EntryKind.INFORMATION, "Text.", false, null)),
                        List.of(new Task(1L, "Zjistit", null, null, "Klub", null, false, null, false)),
                        List.of())),
                List.of(new Item(
                        1L,
                        null,
                        "Bod",
                        AgendaItemKind.TOPIC,
                        List.of(),
                        List.of(new Entry(1L, EntryKind.DECISION, "Text.", true, new Vote(1, 0, 2, null))),
                        List.of(new Task(
                                1L, "Zjistit", null, null, "Klub", null, false, LocalDate.of(2025, 9, 30), false)),
                        List.of())),
                "  Bod",
                "~ [+(interní) Rozhodnutí: +]Text.[+\nHlasování: pro 1, proti 0, zdrželi se 2.+]",
                "~ Úkol: Zjistit\nOdpovídá: Klub[+\nTermín: 30. září 2025+]");
    }

    @Test
    void attendanceIsCompared() {
        var before = minutes(List.of(new Attendee("Eva", "Klub", AttendanceKind.PRESENT, false)), List.of());
        var after = minutes(
                List.of(new Attendee(3L, "Eva", null, "Klub", null, AttendanceKind.EXCUSED, false, null, null, null)),
                List.of());

        assertThat(shown(Comparison.of(before, after)))
                .containsExactly("  Setkání", "  Účast", "~ [-Přítomni-][+Omluveni+]: Klub – Eva");
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(Comparison.of(SampleMinutes.ordinary(), SampleMinutes.ordinary())
                        .same())
                .isTrue();
        for (int seed = 0; seed < 300; seed++) {
            MinutesContent some = random(new Random(seed));
            assertThat(Comparison.of(some, some).same()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void eachRowOfBothRevisionsIsShownOnce() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            MinutesContent before = random(random);
            MinutesContent after = random(random);
            List<Row> rows = Comparison.of(before, after).sections().stream()
                    .flatMap(section -> Stream.concat(Stream.of(section.heading()), section.rows().stream()))
                    .toList();

            assertThat(side(rows, RowChange.ADDED, Kind.ADDED))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(texts(before));
            assertThat(side(rows, RowChange.REMOVED, Kind.REMOVED))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(texts(after));
        }
    }

    private static List<String> side(List<Row> rows, RowChange without, Kind hidden) {
        return rows.stream()
                .filter(row -> row.change() != without)
                .map(row -> row.parts().stream()
                        .filter(part -> part.kind() != hidden)
                        .map(part -> part.text())
                        .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> texts(MinutesContent minutes) {
        return MinutesLines.of(minutes).stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.heading()), section.lines().stream().map(MinutesLines.Line::text)))
                .toList();
    }

    private static MinutesContent random(Random random) {
        List<Long> ids = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        Collections.shuffle(ids, random);
        List<Item> items = new ArrayList<>();
        int next = 0;
        for (long item : List.of(1L + random.nextInt(2), 3L, 4L + random.nextInt(2))) {
            List<Entry> entries = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0 && next < ids.size(); i--) {
                entries.add(entry(random.nextInt(4) == 0 ? null : ids.get(next), words(random)));
                next++;
            }
            items.add(item(random.nextInt(6) == 0 ? null : item, words(random), entries.toArray(Entry[]::new)));
        }
        Collections.shuffle(items, random);
        return minutes(List.of(), items);
    }

    private static String words(Random random) {
        return Stream.generate(() -> List.of("klub", "běží", "dál", "dnes").get(random.nextInt(4)))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.joining(" "));
    }

    private static void compared(Item before, Item after, String... expected) {
        compared(List.of(before), List.of(after), expected);
    }

    private static void compared(List<Item> before, List<Item> after, String... expected) {
        Comparison comparison = Comparison.of(minutes(List.of(), before), minutes(List.of(), after));
        List<String> shown = shown(comparison);
        assertThat(shown.subList(1, shown.size())).containsExactly(expected);
        assertThat(comparison.same()).isFalse();
    }

    private static List<String> shown(Comparison comparison) {
        return comparison.sections().stream()
                .flatMap(section -> Stream.concat(Stream.of(section.heading()), section.rows().stream()))
                .map(ComparisonTest::shown)
                .toList();
    }

    private static String shown(Row row) {
        String mark = (row.moved() ? ">" : "")
                + switch (row.change()) {
                    case SAME -> "  ";
                    case CHANGED -> "~ ";
                    case ADDED -> "+ ";
                    case REMOVED -> "- ";
                };
        boolean whole = row.change() == RowChange.ADDED || row.change() == RowChange.REMOVED;
        return mark
                + row.parts().stream()
                        .map(part -> whole
                                ? part.text()
                                : switch (part.kind()) {
                                    case SAME -> part.text();
                                    case REMOVED -> "[-" + part.text() + "-]";
                                    case ADDED -> "[+" + part.text() + "+]";
                                })
                        .collect(Collectors.joining());
    }

    private static Entry entry(@Nullable Long id, String text) {
        return new Entry(id, EntryKind.INFORMATION, text, false, null);
    }

    private static Item item(@Nullable Long id, String title, Entry... entries) {
        return new Item(id, null, title, AgendaItemKind.TOPIC, List.of(), List.of(entries), List.of(), List.of());
    }

    private static MinutesContent minutes(List<Attendee> attendance, List<Item> items) {
        return new MinutesContent(
                "Setkání",
                null,
                null,
                null,
                null,
                null,
                null,
                attendance,
                items,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
