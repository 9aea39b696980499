package cz.koplan.minutes;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook with one sheet. Every text is a text, so none becomes a formula; days are days. */
final class RegisterXlsx implements RegisterTable {

    private static final String DAY = "d. m. yyyy";
    private static final int MOST_CHARACTERS = 32_767;
    private static final List<Integer> WIDTHS = List.of(12, 13, 32, 36, 90, 8, 8, 12, 32, 10, 10);

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next = 1;

    RegisterXlsx(OutputStream out) {
        workbook = new Workbook(out, "Koplan", "1.0");
        sheet = workbook.newWorksheet("Usnesení");
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
            sheet.inlineString(0, column, HEADINGS.get(column));
            sheet.style(0, column).bold().set();
        }
    }

    @Override
    public void add(ResolutionRow row) {
        List<@Nullable Object> cells = RegisterTable.cells(row);
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case LocalDate day -> {
                    sheet.value(next, column, day);
                    sheet.style(next, column).format(DAY).set();
                }
                case Number number -> sheet.value(next, column, number);
                case Object text -> {
                    // Inline: the table of shared texts would stay in memory until the end.
                    sheet.inlineString(next, column, fitting(text.toString()));
                    sheet.style(next, column).wrapText(true).set();
                }
            }
        }
        next++;
    }

    /** A cell of a spreadsheet holds no more. */
    private static String fitting(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
