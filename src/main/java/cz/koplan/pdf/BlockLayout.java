package cz.koplan.pdf;

import cz.koplan.pdf.Line.Piece;
import cz.koplan.shared.text.TextBlock;
import cz.koplan.shared.text.TextRun;
import java.util.ArrayList;
import java.util.List;

/** Turns blocks of Markdown into lines and their tags. */
final class BlockLayout {

    /** Something to be set on the pages: a paragraph of lines or a table. */
    sealed interface Laid {}

    record Lines(List<Line> lines) implements Laid {}

    record Grid(TableLayout table) implements Laid {}

    private static final float PARAGRAPH_SPACE = 6;
    private static final float ITEM_SPACE = 3;
    private static final float INDENT = 16;
    private static final float LABEL_GAP = 6;

    /** Lists nested too deep are not indented any further, so that words still fit. */
    private static final float NARROWEST = 150;

    private BlockLayout() {}

    /** The first block gets {@code spaceBefore}; a single paragraph fills {@code parent} itself when asked to. */
    static List<Laid> lay(
            List<TextBlock> blocks, Tag parent, TextStyle style, float left, float right, boolean inParent) {
        List<Laid> laid = new ArrayList<>();
        boolean alone = inParent && blocks.size() == 1 && blocks.getFirst() instanceof TextBlock.Paragraph;
        for (TextBlock block : blocks) {
            switch (block) {
                case TextBlock.Paragraph paragraph -> {
                    if (!isBlank(paragraph.runs())) {
                        Tag tag = alone ? parent : parent.child("P");
                        addSpaced(LineBreaker.lines(paragraph.runs(), tag, style, left, right), PARAGRAPH_SPACE, laid);
                    }
                }
                case TextBlock.Listing list ->
                    laid.addAll(list(labels(list), list.items(), list.numbered(), parent, style, left, right));
                case TextBlock.Table table -> laid.add(new Grid(TableLayout.of(table, parent, left, right)));
            }
        }
        return laid;
    }

    static List<Laid> list(
            List<String> labels,
            List<List<TextBlock>> items,
            boolean numbered,
            Tag parent,
            TextStyle style,
            float left,
            float right) {
        List<Laid> laid = new ArrayList<>();
        String numbering = numbered ? "Decimal" : "Disc";
        Tag list = parent.child("L", new Tag.Attribute("List", "ListNumbering", numbering));
        float textLeft = Math.min(left + indent(labels, style), Math.max(left, right - NARROWEST));
        for (int i = 0; i < items.size(); i++) {
            Tag item = list.child("LI");
            TextRun label = TextRun.plain(labels.get(i) + " ");
            Piece labelPiece = LineBreaker.lines(List.of(label), item.child("Lbl"), style, left, right)
                    .getFirst()
                    .pieces()
                    .getFirst();
            List<Laid> body = lay(items.get(i), item.child("LBody"), style, textLeft, right, true);
            laid.addAll(withLabel(labelPiece, body, style, i == 0 ? PARAGRAPH_SPACE : ITEM_SPACE));
        }
        return laid;
    }

    private static List<Laid> withLabel(Piece label, List<Laid> body, TextStyle style, float spaceBefore) {
        List<Laid> laid = new ArrayList<>(body);
        if (!laid.isEmpty() && laid.getFirst() instanceof Lines(List<Line> lines) && startsAfter(label, lines)) {
            List<Line> labelled = new ArrayList<>(lines);
            List<Piece> pieces = new ArrayList<>(lines.getFirst().pieces());
            pieces.addFirst(label);
            labelled.set(0, new Line(spaceBefore, style, pieces));
            laid.set(0, new Lines(labelled));
        } else {
            laid.addFirst(new Lines(List.of(new Line(spaceBefore, style, List.of(label)))));
        }
        return laid;
    }

    /** False where the indent had to end, or where the item begins with a list of its own. */
    private static boolean startsAfter(Piece label, List<Line> lines) {
        return lines.getFirst().pieces().getFirst().x() >= label.x() + label.width();
    }

    private static float indent(List<String> labels, TextStyle style) {
        float widest = 0;
        for (String label : labels) {
            widest = Math.max(widest, Face.of(style.bold(), false).width(label) * style.size() / 1000);
        }
        return Math.max(INDENT, widest + LABEL_GAP);
    }

    private static List<String> labels(TextBlock.Listing list) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            labels.add(list.numbered() ? list.start() + i + "." : "•");
        }
        return labels;
    }

    private static void addSpaced(List<Line> lines, float spaceBefore, List<Laid> laid) {
        if (!lines.isEmpty()) {
            List<Line> spaced = new ArrayList<>(lines);
            spaced.set(0, lines.getFirst().after(spaceBefore));
            laid.add(new Lines(spaced));
        }
    }

    static boolean isBlank(List<TextRun> runs) {
        return runs.stream().allMatch(run -> CleanText.of(run.text()).isBlank());
    }
}
