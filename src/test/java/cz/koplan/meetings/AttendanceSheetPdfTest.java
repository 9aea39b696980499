package cz.koplan.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupId;
import cz.koplan.pdf.PdfChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttendanceSheetPdfTest {

    private static final Instant STAMP = Instant.parse("2025-09-10T10:00:00Z");

    @Test
    void aSheetOfTwentyOrganisationsIsSound() {
        byte[] pdf = render(20, List.of(line(90, "Ministerstvo práce", "Host Zvaný", true)));

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.pages(pdf)).isEqualTo(2);
        assertThat(texts(pdf))
                .contains(
                        "Prezenční listina",
                        "Skupina: Pracovní skupina Senioři",
                        "Datum: pondělí 15. září 2025, 14.00–16.00 hod.",
                        "Místo: Městský úřad, zasedací místnost č. 204",
                        "Organizace 7",
                        "Jana Nováková 7",
                        "Ministerstvo práce",
                        "Host Zvaný");
        assertThat(PdfChecks.texts(pdf, "TH"))
                .containsExactly("Organizace", "Zástupce", "Podpis", "Organizace", "Jméno", "Podpis");
    }

    @Test
    void theHeaderRowStandsOnEveryPage() {
        byte[] pdf = render(60, List.of());

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.pages(pdf)).isGreaterThan(3);
        for (int page = 1; page <= PdfChecks.pages(pdf); page++) {
            assertThat(PdfChecks.pageText(pdf, page)).contains("Organizace", "Podpis");
        }
    }

    @Test
    void anEmptyListStillOffersLinesForGuests() {
        byte[] pdf = AttendanceSheetPdf.render(
                meeting("Setkání", null, null),
                new AttendanceBoard(new MeetingId(1), List.of(), List.of(), null, null, null),
                null,
                STAMP);

        PdfChecks.assertSound(pdf);
        assertThat(texts(pdf)).contains("Hosté").doesNotContain("Členové");
        assertThat(PdfChecks.pages(pdf)).isEqualTo(1);
    }

    @Test
    void aPersonOnTheirOwnStandsAmongTheNames() {
        byte[] pdf = AttendanceSheetPdf.render(
                meeting("Setkání", null, null),
                new AttendanceBoard(
                        new MeetingId(1), List.of(line(1, "Věra Rodičová", "", false)), List.of(), null, null, null),
                null,
                STAMP);

        PdfChecks.assertSound(pdf);
        assertThat(texts(pdf)).containsSubsequence("Zástupce", "Podpis", "Věra Rodičová");
    }

    private static byte[] render(int members, List<AttendanceLine> guests) {
        List<AttendanceLine> lines = IntStream.rangeClosed(1, members)
                .mapToObj(number -> line(number, "Organizace " + number, "Jana Nováková " + number, true))
                .toList();
        return AttendanceSheetPdf.render(
                meeting("Podzimní setkání", LocalTime.of(14, 0), "Městský úřad, zasedací místnost č. 204"),
                new AttendanceBoard(new MeetingId(1), lines, guests, null, null, null),
                null,
                STAMP);
    }

    private static Meeting meeting(String title, LocalTime start, String place) {
        return new Meeting(
                new MeetingId(1),
                1,
                new GroupId(1),
                "Pracovní skupina Senioři",
                new MeetingData(
                        title,
                        LocalDate.of(2025, 9, 15),
                        start,
                        start == null ? null : start.plusHours(2),
                        null,
                        place,
                        null,
                        null,
                        null),
                MeetingState.PLANNED,
                MeetingOrigin.DESK,
                null);
    }

    private static AttendanceLine line(int id, String name, String speaker, boolean organisation) {
        return new AttendanceLine(
                new AttendanceId(id),
                1,
                null,
                null,
                name,
                null,
                AttendanceKind.EXPECTED,
                speaker,
                null,
                DelegateKind.DELEGATE,
                List.of(),
                organisation,
                null,
                null,
                id);
    }

    private static List<String> texts(byte[] pdf) {
        return PdfChecks.texts(pdf).stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }
}
