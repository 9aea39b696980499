package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.groups.DelegateKind;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.minutes.MinutesContent.Attendee;
import cz.koplan.minutes.MinutesContent.Entry;
import cz.koplan.minutes.MinutesContent.Item;
import cz.koplan.minutes.MinutesContent.NextMeeting;
import cz.koplan.minutes.MinutesContent.Resolution;
import cz.koplan.minutes.MinutesContent.Signatory;
import cz.koplan.minutes.MinutesContent.Task;
import cz.koplan.minutes.MinutesContent.Update;
import cz.koplan.pdf.PdfChecks;
import cz.koplan.updates.UpdateOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MinutesPdfTest {

    private static final Instant STAMP = Instant.parse("2024-03-15T10:00:00Z");

    @Test
    void ordinaryMinutesAreSoundInBothVersions() {
        for (Audience audience : Audience.values()) {
            byte[] pdf = render(SampleMinutes.ordinary(), audience);
            PdfChecks.assertSound(pdf);
            assertThat(PdfChecks.pages(pdf)).isEqualTo(2);
        }
    }

    @Test
    void internalVersionHoldsEverything() {
        byte[] pdf = render(SampleMinutes.ordinary(), Audience.INTERNAL);

        assertThat(texts(pdf))
                .contains(
                        "Zápis z jednání pracovní skupiny Rodina a děti",
                        "Datum: čtvrtek 14. března 2024, 9.00–11.30 hod.",
                        "Způsob konání: hybridně",
                        "Místo: Městský úřad Horní Lípa, zasedací místnost č. 204",
                        "Omluveni: Azylový dům Přístav – Hedvika Chybějící",
                        "Nepřítomni: Centrum Kolébka – Norbert Nepřišel",
                        "3. Příprava akčního plánu na rok 2025",
                        "Azylový dům Přístav: Písemně: v dubnu se uvolní 2 byty pro matky s dětmi.",
                        "Bc. Řehoř Žluťoučký, Poradna U Jezu",
                        "30. dubna 2024",
                        "3/2024",
                        "Skupina bere na vědomí zprávu o čerpání dotací za rok 2023.",
                        "13. června 2024 v 9.00 hod., Komunitní centrum Pod Kaštany",
                        "Zapsal(a) Mgr. Božena Tajná, Městský úřad Horní Lípa",
                        "Ověřil(a) Ing. Kryštof Veřejný, Oblastní charita Lípa")
                .anyMatch(text -> text.startsWith("Přítomni: Městský úřad Horní Lípa – Mgr. Božena Tajná; Oblastní"))
                .anyMatch(text -> text.endsWith("Ota Pečující; Věra Rodičová; Ivo Otevřený"));
        assertThat(String.join("\n", texts(pdf))).contains("Důvěrný").doesNotContain("{{", "}}", "[…]");
    }

    @Test
    void publicVersionLeaksNothing() {
        byte[] pdf = render(SampleMinutes.ordinary(), Audience.PUBLIC);

        assertThat(PdfChecks.everything(pdf)).doesNotContain(SampleMinutes.secrets());
        assertThat(texts(pdf))
                .contains(
                        "Přítomni: Městský úřad Horní Lípa; Oblastní charita Lípa – Ing. Kryštof Veřejný; Poradna U Jezu;"
                                + " Klub Větrník; Ivo Otevřený; další osoby: 2",
                        "Omluveni: Azylový dům Přístav",
                        "Poradna U Jezu",
                        "Zapsal(a) Městský úřad Horní Lípa",
                        "Ověřil(a) Ing. Kryštof Veřejný, Oblastní charita Lípa",
                        "Zjistit u kraje možnosti financování víkendové péče […].",
                        "[…].");
    }

    @Test
    void theSearchForLeaksFindsWhatIsThere() {
        assertThat(PdfChecks.everything(render(SampleMinutes.ordinary(), Audience.INTERNAL)))
                .contains("Tajná", "Žluťoučký", "Pečující", "neoficiálně");
    }

    @Test
    void passagesInTitlesAndLabelsStayInternal() {
        var secret = "Jaro {{utajeno}} léto";
        var minutes = new MinutesContent(
                secret,
                secret,
                null,
                null,
                null,
                null,
                secret,
                List.of(new Attendee(secret, secret, AttendanceKind.GUEST, true)),
                List.of(new Item(
                        1, secret, AgendaItemKind.ROUND_TABLE, List.of(new Update(secret, secret)), List.of(secret))),
                List.of(new Task(secret, secret, secret, true, null)),
                List.of(new Resolution(secret, secret)),
                new NextMeeting(null, null, secret),
                new Signatory(secret, secret, true),
                null);

        byte[] pdf = render(minutes, Audience.PUBLIC);

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.everything(pdf)).doesNotContain("utajeno").contains("Jaro […] léto");
    }

    @Test
    void minimalMinutesAreSound() {
        for (Audience audience : Audience.values()) {
            for (String title : List.of("", "\u200b\u0001 ")) {
                byte[] pdf = render(minimal(title), audience);
                PdfChecks.assertSound(pdf);
                assertThat(texts(pdf)).containsExactly("Zápis z jednání");
            }
        }
    }

    @Test
    void partsWithoutContentAreLeftOut() {
        var minutes = new MinutesContent(
                "Porada",
                " ",
                null,
                LocalTime.of(14, 0),
                null,
                null,
                "",
                List.of(),
                List.of(
                        new Item(null, "", AgendaItemKind.TOPIC, List.of(), List.of("Jen text.")),
                        new Item(2, " ", AgendaItemKind.ROUND_TABLE, List.of(new Update("Spolek", "")), List.of(""))),
                List.of(),
                List.of(new Resolution(null, " ")),
                new NextMeeting(null, null, null),
                new Signatory("", null, true),
                null);

        assertThat(texts(render(minutes, Audience.INTERNAL)))
                .containsExactly("Porada", "Čas: 14.00 hod.", "Program", "2.", "Bod 2", "Jen text.");
    }

    @Test
    void peopleWithoutOrganisationAreCountedInCzech() {
        assertThat(people(1)).containsExactly("osoba: 1");
        assertThat(people(3)).containsExactly("osoby: 3");
        assertThat(people(5)).containsExactly("osob: 5");
        assertThat(withOrganisation(1)).containsExactly("Spolek", "další osoba: 1");
        assertThat(withOrganisation(4)).containsExactly("Spolek", "další osoby: 4");
        assertThat(withOrganisation(12)).containsExactly("Spolek", "dalších osob: 12");
    }

    @Test
    void publicTaskOfAPersonWithoutOrganisationHasNoOwner() {
        byte[] pdf = render(SampleMinutes.ordinary(), Audience.PUBLIC);

        List<String> cells = texts(pdf);
        assertThat(cells).containsSequence("Připravit podklady pro radu města.", "Usnesení");
    }

    @Test
    void decisionsVotesTasksAndResolutionsStandUnderTheirItem() {
        byte[] pdf = render(desk(), Audience.INTERNAL);

        PdfChecks.assertSound(pdf);
        assertThat(texts(pdf))
                .containsSubsequence(
                        "1. Kolečko",
                        "Charita: Otevřeli poradnu.",
                        "Klub: Hledají lektora.",
                        "Bez novinek: Poradna, Azylový dům o. p. s.",
                        "Nepřítomni: Škola.",
                        "2. Rozpočet",
                        "Diskutovalo se.",
                        "Rozhodnutí: Žádost se podá.",
                        "Hlasování: pro 8, proti 1, zdrželi se 2. Střet zájmů: Charita.",
                        "Rozhodnutí: Jen pro skupinu.",
                        "Usnesení 3/2024: Doporučuje se.",
                        "Usnesení 4/2024 (zrušeno): Staré znění.",
                        "Hlasování: pro 5, proti 0, zdržel se 1.",
                        "Úkol: Podat žádost. Odpovídá: Jan Malý, Charita. Termín: 30. dubna 2024.",
                        "Úkol: Sehnat razítko. Odpovídá: Klub.",
                        "Úkoly",
                        "Podat žádost",
                        "Jan Malý, Charita",
                        "30. dubna 2024",
                        "Sehnat razítko.",
                        "Starý úkol.",
                        "Usnesení",
                        "1/2024",
                        "Zrušeno: Bez bodu.");
        assertThat(PdfChecks.texts(pdf, "H2")).doesNotContain("3. Různé").contains("2. Rozpočet");
    }

    @Test
    void wholeEntriesForTheGroupAreHiddenFromThePublic() {
        byte[] pdf = render(desk(), Audience.PUBLIC);

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.everything(pdf))
                .doesNotContain(
                        "Jen pro skupinu",
                        "lektora",
                        "Klub",
                        "Sehnat",
                        "Staré znění",
                        "Malý",
                        "utajeno",
                        "zdržel se 1");
        assertThat(texts(pdf))
                .containsSubsequence(
                        "1. Kolečko",
                        "Charita: Otevřeli poradnu.",
                        "[…]",
                        "Bez novinek: Poradna, Azylový dům o. p. s.",
                        "Rozhodnutí: Žádost se podá.",
                        "Hlasování: pro 8, proti 1, zdrželi se 2. Střet zájmů: Charita.",
                        "[…]",
                        "Usnesení 3/2024: Doporučuje se.",
                        "Usnesení 4/2024 (zrušeno): […]",
                        "Úkol: Podat žádost. Odpovídá: Charita. Termín: 30. dubna 2024.",
                        "[…]",
                        "Úkoly",
                        "[…]");
    }

    private static MinutesContent desk() {
        var vote = new Vote(8, 1, 2, "Charita");
        var roundTable = new Item(
                11L,
                1,
                "Kolečko",
                AgendaItemKind.ROUND_TABLE,
                List.of(
                        new Update("Charita", "Otevřeli poradnu."),
                        new Update(2L, null, "Klub", "Hledají lektora.", null, true),
                        new Update(3L, null, "Poradna", "", UpdateOutcome.NO_NEWS, false),
                        new Update(4L, null, "Škola", " ", UpdateOutcome.ABSENT, false),
                        new Update(5L, null, "Azylový dům o. p. s.", "", UpdateOutcome.NO_NEWS, false),
                        new Update(6L, null, "Nikdo", "", null, false)),
                List.of(),
                List.of(),
                List.of());
        var budget = new Item(
                12L,
                2,
                "Rozpočet",
                AgendaItemKind.TOPIC,
                List.of(),
                List.of(
                        Entry.information("Diskutovalo se."),
                        new Entry(2L, EntryKind.DECISION, "Žádost se podá.", false, vote),
                        new Entry(3L, EntryKind.DECISION, "Jen pro skupinu.", true, new Vote(1, 1, 1, "utajeno")),
                        new Entry(4L, EntryKind.DECISION, " ", false, null)),
                List.of(
                        new Task(
                                1L,
                                "Podat žádost",
                                "Jan Malý",
                                null,
                                "Charita",
                                null,
                                false,
                                LocalDate.of(2024, 4, 30),
                                false),
                        new Task(2L, "Sehnat razítko.", null, null, "Klub", null, false, null, true)),
                List.of(
                        new Resolution(1L, "3/2024", "Doporučuje se.", false, false, null),
                        new Resolution(2L, "4/2024", "Staré znění.", true, true, new Vote(5, 0, 1, null))));
        var other = new Item(13L, 3, "Různé", AgendaItemKind.TOPIC, List.of(), List.of(), List.of(), List.of());
        return minutes(
                List.of(),
                List.of(roundTable, budget, other),
                List.of(new Task("Starý úkol.", null, null, false, null)),
                List.of(new Resolution(3L, "1/2024", "Bez bodu.", false, true, null)));
    }

    @Test
    void votesAreSentences() {
        assertThat(VoteWording.of(null, Audience.INTERNAL)).isEmpty();
        assertThat(VoteWording.of(new Vote(0, 0, 0, null), Audience.INTERNAL)).isEmpty();
        assertThat(VoteWording.of(new Vote(0, 0, 0, "Lípa, o. p. s."), Audience.INTERNAL))
                .isEqualTo("Střet zájmů: Lípa, o. p. s.");
        assertThat(VoteWording.of(new Vote(7, 0, 0, null), Audience.INTERNAL))
                .isEqualTo("Hlasování: pro 7, proti 0, zdrželo se 0.");
        assertThat(VoteWording.of(new Vote(7, 2, 5, "{{Lípa}}"), Audience.PUBLIC))
                .isEqualTo("Hlasování: pro 7, proti 2, zdrželo se 5. Střet zájmů: […].");
    }

    @Test
    void howSomebodyAttendedIsToldWhereTheNameIs() {
        var items = List.of(
                new Item(11L, 1, "Úvod", AgendaItemKind.TOPIC, List.of(), List.of(), List.of(), List.of()),
                new Item(12L, null, "Pauza", AgendaItemKind.TOPIC, List.of(), List.of(), List.of(), List.of()),
                new Item(13L, 2, "Rozpočet", AgendaItemKind.TOPIC, List.of(), List.of(), List.of(), List.of()));
        var minutes = minutes(
                List.of(
                        attendee("Eva", "Klub", false, DelegateKind.DEPUTY, 13L, null),
                        attendee("Jan", "Charita", true, DelegateKind.DEPUTY, 11L, 13L),
                        attendee("Ota", "Charita", false, DelegateKind.DELEGATE, null, 11L),
                        attendee("", "Škola", false, null, 12L, 99L)),
                items,
                List.of(),
                List.of());

        assertThat(AttendanceWording.entries(minutes, AttendanceKind.PRESENT, Audience.INTERNAL))
                .containsExactly(
                        "Klub – Eva (v zastoupení, od bodu 2)",
                        "Charita – Jan (v zastoupení, od bodu 1, do bodu „Pauza“), Ota (jen před bodem 1)",
                        "Škola (od bodu „Pauza“)");
        assertThat(AttendanceWording.entries(minutes, AttendanceKind.PRESENT, Audience.PUBLIC))
                .containsExactly("Klub", "Charita – Jan (v zastoupení, od bodu 1, do bodu „Pauza“)", "Škola");
    }

    private static Attendee attendee(
            String name,
            String organisation,
            boolean publishName,
            @Nullable DelegateKind through,
            @Nullable Long joinedAt,
            @Nullable Long leftAt) {
        return new Attendee(
                null, name, null, organisation, null, AttendanceKind.PRESENT, publishName, through, joinedAt, leftAt);
    }

    @Test
    void theCustomersDateFormIsKept() {
        var minutes = new MinutesContent(
                "Porada",
                null,
                LocalDate.of(2021, 6, 21),
                LocalTime.of(14, 0),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);

        assertThat(texts(render(minutes, Audience.PUBLIC))).contains("Datum: pondělí 21. června 2021 v 14.00 hod.");
    }

    @Test
    void equalMinutesGiveEqualBytes() throws IOException {
        byte[] first = render(SampleMinutes.ordinary(), Audience.PUBLIC);
        var second = new ByteArrayOutputStream();
        MinutesPdf.write(SampleMinutes.ordinary(), Audience.PUBLIC, null, STAMP, second);

        assertThat(second.toByteArray()).isEqualTo(first);
        assertThat(MinutesPdf.render(SampleMinutes.ordinary(), Audience.PUBLIC, null, STAMP.plusSeconds(1)))
                .isNotEqualTo(first);
    }

    private static List<String> people(int count) {
        return entries(unnamed(count), Audience.PUBLIC);
    }

    private static List<String> withOrganisation(int count) {
        List<Attendee> attendees = new ArrayList<>(unnamed(count));
        attendees.add(new Attendee("Eva", "Spolek", AttendanceKind.PRESENT, false));
        return entries(attendees, Audience.PUBLIC);
    }

    private static List<String> entries(List<Attendee> attendees, Audience audience) {
        return AttendanceWording.entries(
                minutes(attendees, List.of(), List.of(), List.of()), AttendanceKind.PRESENT, audience);
    }

    private static MinutesContent minutes(
            List<Attendee> attendees, List<Item> items, List<Task> tasks, List<Resolution> resolutions) {
        return new MinutesContent(
                "Porada", null, null, null, null, null, null, attendees, items, tasks, resolutions, null, null, null);
    }

    private static List<Attendee> unnamed(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Attendee("Osoba " + i, null, AttendanceKind.PRESENT, false))
                .toList();
    }

    private static MinutesContent minimal(String title) {
        return new MinutesContent(
                title, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), null, null,
                null);
    }

    private static byte[] render(MinutesContent minutes, Audience audience) {
        return MinutesPdf.render(minutes, audience, null, STAMP);
    }

    private static List<String> texts(byte[] pdf) {
        return PdfChecks.texts(pdf).stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }
}
