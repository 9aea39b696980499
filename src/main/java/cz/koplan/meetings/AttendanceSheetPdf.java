package cz.koplan.meetings;

import cz.koplan.pdf.DocumentInfo;
import cz.koplan.pdf.Logo;
import cz.koplan.pdf.TaggedPdf;
import cz.koplan.shared.text.CzechDates;
import cz.koplan.shared.text.TextBlock;
import cz.koplan.shared.text.TextRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list that is signed at a meeting, to be printed: members with room for signatures, then lines for guests. */
final class AttendanceSheetPdf {

    private static final String TITLE = "Prezenční listina";

    /** Points; room for a signature. */
    private static final float ROW_HEIGHT = 32;

    private static final int EMPTY_LINES = 5;

    private AttendanceSheetPdf() {}

    /** {@code stamp} is the moment written into the file; the same meeting, list and stamp give the same bytes. */
    static byte[] render(Meeting meeting, AttendanceBoard board, @Nullable Logo logo, Instant stamp) {
        MeetingData data = meeting.data();
        String day = CzechDates.inWords(data.heldOn());
        TaggedPdf pdf = new TaggedPdf(new DocumentInfo(
                TITLE + " – " + data.title() + ", " + day,
                meeting.groupName(),
                TITLE + " – " + meeting.groupName(),
                day,
                stamp));
        if (logo != null) {
            pdf.logo(logo);
        }
        pdf.heading(1, TITLE).rule().fact(data.title());
        if (!data.title().contains(meeting.groupName())) {
            pdf.fact("Skupina: " + meeting.groupName());
        }
        pdf.fact("Datum: " + CzechDates.weekday(data.heldOn()) + " "
                + CzechDates.meeting(data.heldOn(), data.startsAt(), data.endsAt()));
        if (data.place() != null) {
            pdf.fact("Místo: " + data.place());
        }
        if (!board.lines().isEmpty()) {
            pdf.heading(2, "Členové");
            table(pdf, List.of("Organizace", "Zástupce", "Podpis"), board.lines(), 0);
        }
        pdf.heading(2, "Hosté");
        table(pdf, List.of("Organizace", "Jméno", "Podpis"), board.guests(), EMPTY_LINES);
        return pdf.toBytes();
    }

    private static void table(TaggedPdf pdf, List<String> header, List<AttendanceLine> lines, int emptyLines) {
        List<List<List<TextBlock>>> rows = new ArrayList<>();
        for (AttendanceLine line : lines) {
            rows.add(
                    line.ofOrganisation()
                            ? List.of(block(line.name()), block(line.speaker()), List.of())
                            : List.of(List.of(), block(line.name()), List.of()));
        }
        for (int i = 0; i < emptyLines; i++) {
            rows.add(List.of(List.of(), List.of(), List.of()));
        }
        pdf.table(header, List.of(40f, 27f, 33f), rows, ROW_HEIGHT);
    }

    private static List<TextBlock> block(String text) {
        return text.isEmpty() ? List.of() : List.of(new TextBlock.Paragraph(List.of(TextRun.plain(text))));
    }
}
