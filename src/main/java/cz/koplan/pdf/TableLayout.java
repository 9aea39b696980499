package cz.koplan.pdf;

import cz.koplan.pdf.BlockLayout.Grid;
import cz.koplan.pdf.BlockLayout.Laid;
import cz.koplan.pdf.BlockLayout.Lines;
import cz.koplan.shared.text.TextBlock;
import cz.koplan.shared.text.TextRun;
import java.util.ArrayList;
import java.util.List;

/** A table whose header row is repeated on every page; a row that is too tall continues on the next page. */
final class TableLayout {

    private static final float GAP = 10;
    private static final float PADDING = 4;
    private static final float SPACE_AROUND = 8;

    /** Rows up to this height move to the next page as a whole. */
    private static final float NEVER_SPLIT = 160;

    private record Row(List<List<Line>> cells, float least) {

        Row(List<List<Line>> cells) {
            this(cells, 0);
        }

        float height() {
            float height = TextStyle.CELL.leading();
            for (List<Line> cell : cells) {
                height = Math.max(height, PageFlow.height(cell));
            }
            return Math.max(least, height + 2 * PADDING);
        }
    }

    private final float left;
    private final float right;
    private final Row header;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param leastHeight of a row below the header, in points
     * @param weights how the columns share the width
     */
    TableLayout(
            List<List<TextBlock>> header,
            List<List<List<TextBlock>>> rows,
            float leastHeight,
            List<Float> weights,
            Tag parent,
            float left,
            float right) {
        this.left = left;
        this.right = right;
        float[] edges = edges(weights, left, right);
        Tag table = parent.child("Table");
        this.header = new Row(cells(header, table.child("TR"), true, edges));
        for (List<List<TextBlock>> row : rows) {
            this.rows.add(new Row(cells(row, table.child("TR"), false, edges), leastHeight));
        }
    }

    /** Columns get room according to their longest text, within reason. */
    static TableLayout of(TextBlock.Table table, Tag parent, float left, float right) {
        List<Float> weights = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            float widest = naturalWidth(table.header().get(column));
            for (List<List<TextRun>> row : table.rows()) {
                widest = Math.max(widest, naturalWidth(row.get(column)));
            }
            weights.add(Math.clamp(widest, 40f, 220f));
        }
        List<List<List<TextBlock>>> rows =
                table.rows().stream().map(TableLayout::asBlocks).toList();
        return new TableLayout(asBlocks(table.header()), rows, 0, weights, parent, left, right);
    }

    private static float naturalWidth(List<TextRun> runs) {
        float width = GAP;
        for (TextRun run : runs) {
            width += Math.max(0, Face.REGULAR.width(run.text()) * TextStyle.CELL.size() / 1000);
        }
        return width;
    }

    private static List<List<TextBlock>> asBlocks(List<List<TextRun>> cells) {
        return cells.stream()
                .map(runs -> List.<TextBlock>of(new TextBlock.Paragraph(runs)))
                .toList();
    }

    private static float[] edges(List<Float> weights, float left, float right) {
        float sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        float[] edges = new float[weights.size() + 1];
        edges[0] = left;
        for (int i = 0; i < weights.size(); i++) {
            edges[i + 1] = edges[i] + (right - left) * weights.get(i) / sum;
        }
        return edges;
    }

    private static List<List<Line>> cells(List<List<TextBlock>> cells, Tag tag, boolean header, float[] edges) {
        List<List<Line>> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Tag cell = header ? tag.child("TH", new Tag.Attribute("Table", "Scope", "Column")) : tag.child("TD");
            float cellRight = i + 1 == cells.size() ? edges[i + 1] : edges[i + 1] - GAP;
            TextStyle style = header ? TextStyle.CELL_HEADER : TextStyle.CELL;
            lines.add(cellLines(BlockLayout.lay(flat(cells.get(i)), cell, style, edges[i], cellRight, true)));
        }
        return lines;
    }

    private static List<Line> cellLines(List<Laid> laid) {
        List<Line> lines = new ArrayList<>();
        for (Laid part : laid) {
            switch (part) {
                case Lines(List<Line> more) -> lines.addAll(more);
                case Grid _ -> throw new IllegalStateException("A table within a table");
            }
        }
        if (!lines.isEmpty()) {
            lines.set(0, lines.getFirst().after(0));
        }
        return lines;
    }

    /** A table within a cell has no room; its rows become paragraphs. */
    private static List<TextBlock> flat(List<TextBlock> blocks) {
        List<TextBlock> flat = new ArrayList<>();
        for (TextBlock block : blocks) {
            switch (block) {
                case TextBlock.Paragraph paragraph -> flat.add(paragraph);
                case TextBlock.Listing list ->
                    flat.add(new TextBlock.Listing(
                            list.numbered(),
                            list.start(),
                            list.items().stream().map(TableLayout::flat).toList()));
                case TextBlock.Table table -> {
                    flat.add(flatRow(table.header()));
                    table.rows().forEach(row -> flat.add(flatRow(row)));
                }
            }
        }
        return flat;
    }

    private static TextBlock flatRow(List<List<TextRun>> cells) {
        List<TextRun> runs = new ArrayList<>();
        for (List<TextRun> cell : cells) {
            if (!runs.isEmpty()) {
                runs.add(TextRun.plain(" | "));
            }
            runs.addAll(cell);
        }
        return new TextBlock.Paragraph(runs);
    }

    void setOn(PageFlow flow) {
        float firstRow = rows.isEmpty() ? 0 : Math.min(rows.getFirst().height(), NEVER_SPLIT);
        flow.reserve(SPACE_AROUND + header.height() + firstRow);
        if (!flow.isAtTop()) {
            flow.skip(SPACE_AROUND);
        }
        set(header, flow);
        underline(flow, 0.9f, true);
        for (Row row : rows) {
            setSplittable(row, flow);
            underline(flow, 0.5f, false);
        }
        flow.skip(SPACE_AROUND / 2);
    }

    private void setSplittable(Row row, PageFlow flow) {
        Row rest = row;
        while (rest.height() > flow.free()) {
            boolean freshPage = flow.top() >= Page.TOP - header.height() - 1;
            if (!freshPage && (rest.height() <= NEVER_SPLIT || flow.free() < NEVER_SPLIT / 2)) {
                startPage(flow);
                continue;
            }
            List<List<Line>> head = new ArrayList<>();
            List<List<Line>> tail = new ArrayList<>();
            for (List<Line> cell : rest.cells) {
                int fitting = fitting(cell, flow.free() - 2 * PADDING);
                head.add(cell.subList(0, fitting));
                tail.add(cell.subList(fitting, cell.size()));
            }
            if (head.stream().allMatch(List::isEmpty)) {
                break;
            }
            set(new Row(head), flow);
            rest = new Row(tail);
            startPage(flow);
        }
        set(rest, flow);
    }

    private void startPage(PageFlow flow) {
        flow.newPage();
        set(
                new Row(header.cells.stream()
                        .map(cell -> cell.stream().map(Line::asArtifact).toList())
                        .toList()),
                flow);
        underline(flow, 0.9f, true);
    }

    private static int fitting(List<Line> lines, float height) {
        float left = height;
        int fitting = 0;
        for (Line line : lines) {
            left -= line.height();
            if (left < 0) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    private static void set(Row row, PageFlow flow) {
        float top = flow.top() - PADDING;
        for (List<Line> cell : row.cells) {
            float y = top;
            for (Line line : cell) {
                y -= line.spaceBefore();
                flow.placeAt(line, y);
                y -= line.style().leading();
            }
        }
        flow.skip(row.height());
    }

    private void underline(PageFlow flow, float thickness, boolean strong) {
        flow.rule(left, right - left, thickness, strong ? TextStyle.ACCENT : TextStyle.HAIRLINE);
    }
}
