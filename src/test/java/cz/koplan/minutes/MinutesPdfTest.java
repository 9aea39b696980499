package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.minutes.MinutesContent.Attendee;
import cz.koplan.minutes.MinutesContent.Item;
import cz.koplan.minutes.MinutesContent.NextMeeting;
import cz.koplan.minutes.MinutesContent.Resolution;
import cz.koplan.minutes.MinutesContent.Signatory;
import cz.koplan.minutes.MinutesContent.Task;
import cz.koplan.minutes.MinutesContent.Update;
import cz.koplan.pdf.PdfChecks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        return AttendanceWording.entries(unnamed(count), AttendanceKind.PRESENT, Audience.PUBLIC);
    }

    private static List<String> withOrganisation(int count) {
        List<Attendee> attendees = new ArrayList<>(unnamed(count));
        attendees.add(new Attendee("Eva", "Spolek", AttendanceKind.PRESENT, false));
        return AttendanceWording.entries(attendees, AttendanceKind.PRESENT, Audience.PUBLIC);
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
