package cz.koplan.minutes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * CSV after RFC 4180 as a Czech Excel opens it: with semicolons and with a mark of UTF-8 at the start. Days are written
 * as {@code 2026-11-24}.
 */
final class RegisterCsv implements RegisterTable {

    private static final char MARK_OF_UTF_8 = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private final CSVPrinter printer;

    RegisterCsv(OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(MARK_OF_UTF_8);
        printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(HEADINGS);
    }

    @Override
    public void add(ResolutionRow row) throws IOException {
        List<@Nullable Object> cells = RegisterTable.cells(row);
        cells.replaceAll(cell -> cell instanceof String text ? harmless(text) : cell);
        printer.printRecord(cells);
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
