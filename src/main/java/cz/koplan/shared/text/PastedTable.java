package cz.koplan.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The grid of a pasted table: merged cells are taken apart, the text stays in the first of them. What is wider than any
 * page ends up in the last column.
 */
final class PastedTable {

    private static final int WIDEST = 100;

    private final List<List<List<TextRun>>> rows = new ArrayList<>();
    private final List<Integer> reaching = new ArrayList<>(); // by column: rows that a cell above still covers
    private List<List<TextRun>> row = new ArrayList<>();

    /** Broken HTML may leave text where no cell is. */
    static boolean hasTextBesideCells(Element table) {
        return table.childNodes().stream()
                .anyMatch(part -> part instanceof Element element
                        ? switch (element.normalName()) {
                            case "caption" -> element.previousElementSibling() != null && element.hasText();
                            case "thead", "tbody", "tfoot" -> hasTextBesideCells(element);
                            case "tr" -> element.childNodes().stream().anyMatch(cell -> !isCell(cell) && hasText(cell));
                            default -> element.hasText();
                        }
                        : hasText(part));
    }

    private static boolean hasText(Node node) {
        return node instanceof Element element ? element.hasText() : node instanceof TextNode text && !text.isBlank();
    }

    private static boolean isCell(Node node) {
        return node instanceof Element element
                && (element.normalName().equals("td") || element.normalName().equals("th"));
    }

    static List<Element> rowsOf(Element table) {
        return table.children().stream()
                .flatMap(part -> part.normalName().equals("tr")
                        ? Stream.of(part)
                        : part.children().stream()
                                .filter(inner -> inner.normalName().equals("tr")))
                .toList();
    }

    static List<Element> cellsOf(Element row) {
        return row.children().stream().filter(PastedTable::isCell).toList();
    }

    void cell(Element cell, List<TextRun> text) {
        skipCovered();
        if (row.size() == WIDEST) {
            addToLast(text);
            return;
        }
        int columns = Math.min(span(cell, "colspan"), WIDEST - row.size());
        int below = span(cell, "rowspan") - 1;
        for (int i = 0; i < columns; i++) {
            if (row.size() == reaching.size()) {
                reaching.add(0);
            }
            reaching.set(row.size(), below);
            row.add(i == 0 ? text : List.of());
        }
    }

    private void addToLast(List<TextRun> text) {
        if (!(row.getLast() instanceof ArrayList<TextRun>)) {
            row.set(WIDEST - 1, new ArrayList<>(row.getLast()));
        }
        row.getLast().add(TextRun.plain(" "));
        row.getLast().addAll(text);
    }

    private void skipCovered() {
        while (row.size() < reaching.size() && reaching.get(row.size()) > 0) {
            reaching.set(row.size(), reaching.get(row.size()) - 1);
            row.add(List.of());
        }
    }

    void endRow() {
        skipCovered();
        while (!row.isEmpty() && row.getLast().isEmpty()) {
            row.removeLast();
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("[1-9]\\d{0,4}") ? Integer.parseInt(value) : 1;
    }

    /** The first row that holds anything is the header; empty rows and empty columns on the right are left out. */
    Optional<TextBlock> block() {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<List<TextRun>> header = rows.removeFirst();
        int width = rows.stream().mapToInt(List::size).reduce(header.size(), Math::max);
        while (header.size() < width) {
            header.add(List.of());
        }
        return Optional.of(new TextBlock.Table(header, rows));
    }
}
