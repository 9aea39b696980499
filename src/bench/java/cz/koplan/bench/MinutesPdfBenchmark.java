package cz.koplan.bench;

import cz.koplan.minutes.Audience;
import cz.koplan.minutes.MinutesContent;
import cz.koplan.minutes.MinutesPdf;
import cz.koplan.minutes.SampleMinutes;
import cz.koplan.pdf.PdfChecks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.ListItem;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Minutes of two pages, tagged and conforming, against the same text through the high-level interface of OpenPDF, which
 * can do neither. The aim is a ratio of at most 1.5 in one run, and at most 10 MiB of live heap ({@link #main}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class MinutesPdfBenchmark {

    private static final Instant STAMP = Instant.parse("2024-03-15T10:00:00Z");

    private final MinutesContent minutes = SampleMinutes.ordinary();
    private final List<PdfChecks.Block> blocks = PdfChecks.blocks(minutes());
    private final BaseFont regular = font("Regular");
    private final BaseFont bold = font("Bold");

    @Setup
    public void fonts() {
        // The same subset as in the minutes: without the list of glyphs that only PDF/A-1 wants.
        regular.setIncludeCidSet(false);
        bold.setIncludeCidSet(false);
    }

    @Benchmark
    public byte[] minutes() {
        return MinutesPdf.render(minutes, Audience.INTERNAL, null, STAMP);
    }

    @Benchmark
    public byte[] untagged() {
        var title = new Font(bold, 20);
        var heading = new Font(bold, 13.5f);
        var strong = new Font(bold, 11);
        var body = new Font(regular, 11);
        var out = new ByteArrayOutputStream(64 * 1024);
        var document = new Document(PageSize.A4, 71, 71, 68, 72);
        PdfWriter.getInstance(document, out).setFullCompression();
        document.open();
        document.addTitle("Zápis");
        org.openpdf.text.List list = null;
        PdfPTable table = null;
        for (PdfChecks.Block block : blocks) {
            String text = block.text();
            if (table != null && !block.role().startsWith("T")) {
                document.add(table);
                table = null;
            }
            if (list != null && !block.role().startsWith("L")) {
                document.add(list);
                list = null;
            }
            switch (block.role()) {
                case "H1" -> document.add(new Paragraph(text, title));
                case "H2" -> document.add(new Paragraph(text, heading));
                case "TH", "TD" -> {
                    table = table == null ? new PdfPTable(3) : table;
                    table.addCell(new Paragraph(text, body));
                }
                case "Lbl" -> list = list == null ? new org.openpdf.text.List(false, 16) : list;
                case "LBody" -> Objects.requireNonNull(list).add(new ListItem(labelled(text, strong, body)));
                default -> document.add(labelled(text, strong, body));
            }
        }
        document.close();
        return out.toByteArray();
    }

    private static Paragraph labelled(String text, Font strong, Font body) {
        int labelEnd = text.indexOf(": ") + 1;
        var paragraph = new Paragraph();
        if (labelEnd > 0) {
            paragraph.add(new Chunk(text.substring(0, labelEnd), strong));
        }
        paragraph.add(new Chunk(text.substring(labelEnd), body));
        return paragraph;
    }

    private static BaseFont font(String style) {
        String name = "/liberation/LiberationSans-" + style + ".ttf";
        try (InputStream file = Objects.requireNonNull(MinutesPdf.class.getResourceAsStream(name))) {
            return BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints the heap that stays in use after many documents, fonts included, over that of an empty process. */
    public static void main(String[] arguments) {
        MinutesContent minutes = SampleMinutes.ordinary();
        long before = liveHeap();
        for (int i = 0; i < 500; i++) {
            MinutesPdf.render(minutes, Audience.INTERNAL, null, STAMP);
        }
        double mebibytes = (liveHeap() - before) / 1024.0 / 1024.0;
        System.out.printf(Locale.ROOT, "live heap of the PDF writer: %.1f MiB%n", mebibytes);
    }

    private static long liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
