package cz.koplan.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register as it leaves, opened again by those who read such files. */
class RegisterExportTest extends ApplicationTest {

    private static final CSVFormat CZECH = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private Region region;
    private Region.Circle own;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
    }

    private ResolutionId record(String text) {
        return as(own.coordinator(), () -> service(ResolutionService.class).record(own.meeting(), null, text));
    }

    private byte[] export(RegisterFormat format) {
        var out = new ByteArrayOutputStream();
        as(own.member(), () -> {
            try {
                service(ResolutionService.class).export(ResolutionFilter.ALL, format, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    private List<CSVRecord> csv() throws IOException {
        String text = new String(export(RegisterFormat.CSV), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFČíslo;Datum;").contains("\r\n");
        return CZECH.parse(new StringReader(text.substring(1))).getRecords();
    }

    private List<Row> xlsx() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(export(RegisterFormat.XLSX)))) {
            return workbook.getFirstSheet().read();
        }
    }

    @Test
    void csvHoldsTextsAsTheyAreRead() throws IOException {
        record("Podpořit **Pramen**; takto: \"ano\"\n\ndruhý odstavec {{ neveřejný }}");

        CSVRecord first = csv().getFirst();
        assertThat(first.get("Číslo")).isEqualTo("2/2025");
        assertThat(first.get("Datum")).isEqualTo("2025-09-15");
        assertThat(first.get("Skupina")).isEqualTo("Senioři");
        assertThat(first.get("Setkání")).isEqualTo("Setkání: Senioři");
        assertThat(first.get("Usnesení")).startsWith("Podpořit Pramen; takto: \"ano\"\n\ndruhý odstavec");
        assertThat(first.get("Pro")).isEmpty();
        assertThat(first.get("Interní")).isEqualTo("ano");
        assertThat(csv().getLast().get("Interní")).isEmpty();
    }

    @Test
    void noTextBecomesAFormula() throws IOException {
        String formula = "=HYPERLINK(\"http://priklad.cz\")";
        List.of(formula, "@SUM(A1)", "+1 člen", "–5 %").forEach(this::record);
        record("\\-5 %");

        assertThat(csv().stream().map(row -> row.get("Usnesení")).limit(5))
                .containsExactly("'-5 %", "–5 %", "'+1 člen", "'@SUM(A1)", "'" + formula);
        List<Row> rows = xlsx();
        assertThat(rows.get(5).getCell(4).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(5).getCellText(4)).isEqualTo(formula);
    }

    @Test
    void theWorkbookHoldsDaysNumbersAndAFixedHead() throws IOException {
        ResolutionId voted = record("Hlasovalo se o tom.");
        db.execute(
                "update resolution set votes_for = 7, votes_against = 1, votes_abstained = 0, withdrawn = true"
                        + " where id = ?",
                voted.value());

        List<Row> rows = xlsx();

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().stream().map(cell -> cell.getText()))
                .containsExactlyElementsOf(RegisterTable.HEADINGS);
        Row row = rows.get(1);
        assertThat(row.getCellText(0)).isEqualTo("2/2025");
        assertThat(row.getCellAsDate(1).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2025, 9, 15));
        assertThat(row.getCell(5).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsNumber(5).orElseThrow().intValue()).isEqualTo(7);
        assertThat(row.getCellText(9)).isEqualTo("ano");
        assertThat(sheet(export(RegisterFormat.XLSX))).contains("state=\"frozen\"");
    }

    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.write(Files.createTempFile("usneseni", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void textLongerThanACellIsCutThere() throws IOException {
        record("a".repeat(40_000));

        assertThat(xlsx().get(1).getCellText(4)).hasSize(32_767).endsWith("…");
        assertThat(csv().getFirst().get("Usnesení")).hasSize(40_000);
    }

    @Test
    void manyPagesComeWholeAndInOrder() throws IOException {
        for (int i = 2; i <= 1100; i++) {
            db.execute(
                    "insert into resolution (public_id, meeting_id, position, number, body) values (uuid(), ?, ?, ?, ?)",
                    own.meeting().value(),
                    i,
                    i + "/2025",
                    "Usnesení " + i);
        }

        List<String> numbers = csv().stream().map(row -> row.get("Číslo")).toList();
        assertThat(numbers).hasSize(1100).doesNotHaveDuplicates().startsWith("1100/2025", "1099/2025");
        assertThat(xlsx().stream().skip(1).map(row -> row.getCellText(0))).containsExactlyElementsOf(numbers);
    }

    @Test
    void othersFindOnlyWhatTheyMayRead() {
        var out = new ByteArrayOutputStream();
        as(region.admin, () -> {
            try {
                service(ResolutionService.class).export(ResolutionFilter.ALL, RegisterFormat.CSV, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }
}
