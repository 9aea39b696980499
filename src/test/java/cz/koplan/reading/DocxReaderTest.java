package cz.koplan.reading;

import static cz.koplan.reading.Docx.bold;
import static cz.koplan.reading.Docx.item;
import static cz.koplan.reading.Docx.p;
import static cz.koplan.reading.Docx.row;
import static cz.koplan.reading.Docx.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.reading.ReadMinutes.Attendee;
import cz.koplan.reading.ReadMinutes.Task;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocxReaderTest {

    private static final String NUMBERING = """
            <w:abstractNum w:abstractNumId="7">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId="8">
              <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
              <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId="9">
              <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/>
                <w:pStyle w:val="Bod"/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="7"/>
              <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
            """;

    private static final String STYLES = """
            <w:style w:type="paragraph" w:styleId="Nadpis1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Vlastni">
              <w:basedOn w:val="Nadpis1"/><w:name w:val="Vlastní"/></w:style>
            <w:style w:type="paragraph" w:styleId="Silny"><w:name w:val="Silný"/><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Bod"><w:name w:val="Bod"/>
              <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
            """;

    @Test
    void understandsMinutesWithNumberingHeadingsAndTables() throws Exception {
        Docx docx = Docx.of(
                        p("<w:pStyle w:val=\"Vlastni\"/>", "Zápis z jednání pracovní skupiny Senioři"),
                        table(
                                row("Datum konání", "14. září 2022, 9.00–11.30 hod."),
                                row("Místo konání", "Radnice, zasedací místnost č. 2"),
                                row("Způsob konání:", "prezenčně"),
                                row("Omluveni:", p("Jan Kos – Naděje") + p("Eva Malá (Fokus)"))),
                        table(
                                row("Jméno", "Organizace", "Podpis"),
                                row("Mgr. Petr Suk, Ph.D.", "Charita Lhota", ""),
                                row("Ivana Bílá", "Domov Lípa", "")),
                        p("Program:"),
                        item(1, 0, "Informace členů skupiny"),
                        item(1, 0, "Plán na příští rok"),
                        p(""),
                        item(3, 0, "Informace členů skupiny"),
                        item(2, 0, "Charita Lhota. Otevřela novou půjčovnu."),
                        item(2, 1, "Půjčuje i chodítka."),
                        item(2, 0, "Domov Lípa: Bez novinek."),
                        bold("Klub Vlna", " hledá dobrovolníky."),
                        item(3, 0, "Plán na příští rok"),
                        p("Skupina probrala návrh plánu."),
                        table(
                                row("Úkol", "Odpovídá", "Termín"),
                                row("Upravit návrh plánu", "Petr Suk", "30. 9. " + "2022")),
                        p("Zapsala: Ivana Bílá"))
                .with("numbering", NUMBERING)
                .with("styles", STYLES);
        Accounting accounting = Accounting.of("zápis.docx", docx.bytes());
        accounting.check();
        ReadMinutes minutes = accounting.minutes();
        assertThat(minutes.format()).isEqualTo(SourceFormat.DOCX);
        assertThat(minutes.title()).isEqualTo("Zápis z jednání pracovní skupiny Senioři");
        assertThat(minutes.date()).isEqualTo(LocalDate.of(2022, 9, 14));
        assertThat(minutes.start()).isEqualTo(LocalTime.of(9, 0));
        assertThat(minutes.end()).isEqualTo(LocalTime.of(11, 30));
        assertThat(minutes.mode()).isEqualTo(MeetingMode.IN_PERSON);
        assertThat(minutes.place()).isEqualTo("Radnice, zasedací místnost č. 2");
        assertThat(minutes.attendance())
                .extracting(Attendee::name, Attendee::organisation, Attendee::kind)
                .containsExactly(
                        tuple("Jan Kos", "Naděje", AttendanceKind.EXCUSED),
                        tuple("Eva Malá", "Fokus", AttendanceKind.EXCUSED),
                        tuple("Mgr. Petr Suk, Ph.D.", "Charita Lhota", AttendanceKind.PRESENT),
                        tuple("Ivana Bílá", "Domov Lípa", AttendanceKind.PRESENT));
        assertThat(minutes.agenda())
                .extracting(ReadMinutes.AgendaPoint::title)
                .containsExactly("Informace členů skupiny", "Plán na příští rok");
        assertThat(minutes.items()).hasSize(2);
        assertThat(minutes.items().getFirst().kind()).isEqualTo(AgendaItemKind.ROUND_TABLE);
        assertThat(minutes.items().getFirst().updates())
                .extracting(ReadMinutes.Update::label, ReadMinutes.Update::text)
                .containsExactly(
                        tuple("Charita Lhota", "Otevřela novou půjčovnu.\nPůjčuje i chodítka."),
                        tuple("Domov Lípa", "Bez novinek."),
                        tuple("Klub Vlna", "hledá dobrovolníky."));
        assertThat(minutes.items().get(1).paragraphs())
                .extracting(ReadMinutes.Paragraph::text)
                .containsExactly("Skupina probrala návrh plánu.");
        assertThat(minutes.tasks())
                .extracting(Task::text, Task::owner, Task::due)
                .containsExactly(tuple("Upravit návrh plánu", "Petr Suk", LocalDate.of(2022, 9, 30)));
        assertThat(minutes.author()).isEqualTo("Ivana Bílá");
        assertThat(minutes.unused()).isEmpty();
        assertThat(minutes.questions()).isEmpty();
    }

    @Test
    void countsListNumbersAsWordShowsThem() throws Exception {
        assertThat(lines(Docx.of(
                                item(1, 0, "a"),
                                item(1, 1, "b"),
                                item(1, 1, "c"),
                                item(1, 0, "d"),
                                item(1, 1, "e"),
                                item(3, 0, "f"),
                                p("<w:pStyle w:val=\"Bod\"/>", "g"),
                                item(2, 0, "h"),
                                item(2, 1, "i"),
                                p("<w:pStyle w:val=\"Bod\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "j"))
                        .with("numbering", NUMBERING)
                        .with("styles", STYLES)))
                .containsExactly(
                        "1. a", "1.a) b", "1.b) c", "2. d", "2.a) e", "1. f", "III) g", "\uF0B7 h", "o i", "j");
    }

    @Test
    void keepsTrackedInsertionsAndDropsDeletions() throws Exception {
        assertThat(lines(Docx.of(
                        "<w:p><w:r><w:t xml:space=\"preserve\">Skupina </w:t></w:r>"
                                + "<w:del><w:r><w:delText>ne</w:delText></w:r></w:del>"
                                + "<w:ins><w:r><w:t>souhlasí</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>",
                        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Jeden "
                                + "</w:t></w:r></w:p>",
                        p("odstavec"),
                        "<w:moveFrom><w:r><w:t>pryč</w:t></w:r></w:moveFrom>",
                        table("<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("zrušený") + "</w:tc></w:tr>"))))
                .containsExactly("Skupina souhlasí.", "Jeden odstavec");
    }

    @Test
    void keepsBreaksTabsLinksAndHyphens() throws Exception {
        assertThat(lines(Docx.of(
                        "<w:p><w:r><w:t>první</w:t><w:br/><w:t>druhý</w:t><w:tab/><w:t>třetí</w:t></w:r></w:p>",
                        "<w:p><w:hyperlink><w:r><w:t>odkaz</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/>"
                                + "<w:softHyphen/><w:sym "
                                + "w:char=\"F0B7\"/><w:instrText>PAGE</w:instrText></w:r></w:p>")))
                .containsExactly("první", "druhý\ttřetí", "odkaz\u2011\u00AD\uF0B7");
    }

    @Test
    void readsTextBoxesOnceAndAppendsNotesAndHeaders() throws Exception {
        Docx docx = Docx.of("<w:p><w:r><w:t>Tělo</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
                        + p("Rámeček")
                        + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("Rámeček")
                        + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>")
                .with("footnotes", "<w:footnote>" + p("Poznámka pod čarou") + "</w:footnote>")
                .with("header1", p("Město Lhota"))
                .with("header2", p("Město Lhota"))
                .with("footer1", p("Strana 1"));
        SourceText source = new MinutesReader().read("a.docx", docx.bytes()).source();
        assertThat(source.lines())
                .extracting(SourceLine::text)
                .containsExactly("Rámeček", "Tělo", "Poznámka pod čarou", "Město Lhota", "Strana 1");
        assertThat(source.lines())
                .extracting(SourceLine::origin)
                .containsExactly(
                        SourceLine.Origin.BODY,
                        SourceLine.Origin.BODY,
                        SourceLine.Origin.FOOTNOTE,
                        SourceLine.Origin.HEADER,
                        SourceLine.Origin.FOOTER);
        assertThat(source.lines()).extracting(SourceLine::number).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void seesHeadingsBoldTypeAndRows() throws Exception {
        SourceText source = new MinutesReader()
                .read(
                        "a.docx",
                        Docx.of(
                                        p("<w:pStyle w:val=\"Vlastni\"/>", "Nadpis"),
                                        p("<w:outlineLvl w:val=\"1\"/>", "Podnadpis"),
                                        p("<w:pStyle w:val=\"Silny\"/>", "Tučně"),
                                        bold("Začátek", " zbytek"),
                                        table(row("a", "", "c"), row("", "b", "")))
                                .with("styles", STYLES)
                                .bytes())
                .source();
        List<SourceLine> lines = source.lines();
        assertThat(lines).extracting(SourceLine::heading).containsExactly(1, 2, 0, 0, 0, 0);
        assertThat(lines.get(2).isStrong()).isTrue();
        assertThat(lines.get(3).strong()).isEqualTo(7);
        assertThat(lines.get(3).isStrong()).isFalse();
        assertThat(lines.get(4).cells()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.get(5).row()).isTrue();
    }

    private static List<String> lines(Docx docx) throws Exception {
        return new MinutesReader()
                .read("a.docx", docx.bytes()).source().lines().stream()
                        .map(SourceLine::text)
                        .toList();
    }
}
