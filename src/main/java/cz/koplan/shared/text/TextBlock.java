package cz.koplan.shared.text;

import java.util.List;

/** One block of Koplán's Markdown after parsing. */
public sealed interface TextBlock {

    record Paragraph(List<TextRun> runs) implements TextBlock {}

    /** {@code start} is the number of the first item and means nothing in a bulleted list. */
    record Listing(boolean numbered, int start, List<List<TextBlock>> items) implements TextBlock {}

    /** Cells hold text only; every row has as many cells as {@code header}. */
    record Table(List<List<TextRun>> header, List<List<List<TextRun>>> rows) implements TextBlock {}
}
