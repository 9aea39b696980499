package cz.koplan.pdf;

import cz.koplan.pdf.BlockLayout.Grid;
import cz.koplan.pdf.BlockLayout.Laid;
import cz.koplan.pdf.BlockLayout.Lines;
import cz.koplan.shared.text.TextBlock;
import cz.koplan.shared.text.TextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that is written from top to bottom and becomes one file, PDF/UA-1 and PDF/A-2a at once.
 *
 * <p>Czech typography is applied here; text comes with ordinary spaces. Blank paragraphs leave no trace. Not for use by
 * several threads at a time, but any number of documents may be written at once.
 */
public final class TaggedPdf {

    /** An item of a list with its own label, such as {@code 3/2021}. */
    public record Item(String label, List<TextBlock> text) {}

    /** A line to sign on: what the person did and who it is. */
    public record Signature(String label, String name) {}

    private static final float FACT_SPACE = 2;
    private static final float LOGO_HEIGHT = 42;
    private static final float LOGO_WIDTH = 170;
    private static final float SIGNATURE_SPACE = 44;
    private static final float SIGNATURE_GAP = 30;

    private final DocumentInfo info;
    private final Tag root = Tag.document();
    private final PageFlow flow = new PageFlow();
    private int headingLevel;

    public TaggedPdf(DocumentInfo info) {
        this.info = info;
    }

    /** Belongs at the top of the first page, before anything else. */
    public TaggedPdf logo(Logo logo) {
        float scale = Math.min(LOGO_HEIGHT / logo.height, LOGO_WIDTH / logo.width);
        float width = logo.width * scale;
        float height = logo.height * scale;
        Tag tag = logo.alternativeText == null ? null : root.figure(logo.alternativeText);
        flow.reserve(height);
        flow.skip(height);
        flow.picture(new Page.Picture(logo, Page.LEFT, flow.top(), width, height, tag));
        flow.skip(14);
        return this;
    }

    /**
     * @param level 1 to 6, at most one more than that of the heading before
     * @throws IllegalArgumentException for a skipped level, which would mislead readers who move by headings
     */
    public TaggedPdf heading(int level, String text) {
        if (level < 1 || level > 6 || level > headingLevel + 1) {
            throw new IllegalArgumentException("Heading of level " + level + " after level " + headingLevel);
        }
        String clean = CleanText.of(text).replace('\n', ' ').strip();
        if (clean.isEmpty()) {
            throw new IllegalArgumentException("A heading without text");
        }
        headingLevel = level;
        TextStyle style = TextStyle.heading(level);
        List<Line> lines = new ArrayList<>(LineBreaker.lines(
                List.of(TextRun.plain(clean)), root.child("H" + level), style, Page.LEFT, Page.RIGHT));
        float space = level == 1 ? 0 : level == 2 ? 18 : 11;
        lines.set(0, lines.getFirst().after(space));
        flow.heading(level, clean, lines);
        return this;
    }

    public TaggedPdf paragraph(List<TextRun> runs) {
        return blocks(List.of(new TextBlock.Paragraph(runs)));
    }

    /** A short line of facts, such as date or place, set close to the one before it. */
    public TaggedPdf fact(String text) {
        if (CleanText.of(text).isBlank()) {
            return this;
        }
        List<Line> lines = new ArrayList<>(LineBreaker.lines(
                List.of(TextRun.plain(text)), root.child("P"), TextStyle.BODY, Page.LEFT, Page.RIGHT));
        lines.set(0, lines.getFirst().after(FACT_SPACE));
        flow.paragraph(lines);
        return this;
    }

    /** Blocks of Markdown as {@link cz.koplan.shared.text.Markdown#blocks} reads them. */
    public TaggedPdf blocks(List<TextBlock> blocks) {
        set(BlockLayout.lay(blocks, root, TextStyle.BODY, Page.LEFT, Page.RIGHT, false));
        return this;
    }

    /** A list whose labels are given and not counted. */
    public TaggedPdf labelled(List<Item> items) {
        if (!items.isEmpty()) {
            List<String> labels = items.stream().map(Item::label).toList();
            List<List<TextBlock>> texts = items.stream().map(Item::text).toList();
            set(BlockLayout.list(labels, texts, true, root, TextStyle.BODY, Page.LEFT, Page.RIGHT));
        }
        return this;
    }

    /** {@code weights} say how the columns share the width of the page. */
    public TaggedPdf table(List<String> header, List<Float> weights, List<List<List<TextBlock>>> rows) {
        return table(header, weights, rows, 0);
    }

    /** A table to be filled in by hand: each row below the header is at least {@code leastHeight} points high. */
    public TaggedPdf table(
            List<String> header, List<Float> weights, List<List<List<TextBlock>>> rows, float leastHeight) {
        List<List<TextBlock>> head = header.stream()
                .map(text -> List.<TextBlock>of(new TextBlock.Paragraph(List.of(TextRun.plain(text)))))
                .toList();
        new TableLayout(head, rows, leastHeight, weights, root, Page.LEFT, Page.RIGHT).setOn(flow);
        return this;
    }

    /** A thin line in the accent colour, without meaning. */
    public TaggedPdf rule() {
        flow.reserve(8);
        flow.skip(8);
        flow.rule(Page.LEFT, 56, 2, TextStyle.ACCENT);
        flow.skip(4);
        return this;
    }

    /** Lines to sign on, two side by side, each kept whole. */
    public TaggedPdf signatures(List<Signature> signatures) {
        float width = (Page.RIGHT - Page.LEFT - SIGNATURE_GAP) / 2;
        for (int i = 0; i < signatures.size(); i += 2) {
            List<Signature> pair = signatures.subList(i, Math.min(i + 2, signatures.size()));
            List<List<Line>> columns = new ArrayList<>();
            float height = 0;
            for (int column = 0; column < pair.size(); column++) {
                float left = Page.LEFT + column * (width + SIGNATURE_GAP);
                List<TextRun> text = List.of(
                        TextRun.plain(pair.get(column).label() + "\n"),
                        TextRun.bold(pair.get(column).name()));
                List<Line> lines = LineBreaker.lines(text, root.child("P"), TextStyle.CELL, left, left + width);
                columns.add(lines);
                height = Math.max(height, PageFlow.height(lines));
            }
            flow.reserve(SIGNATURE_SPACE + height + 4);
            flow.skip(SIGNATURE_SPACE);
            for (int column = 0; column < pair.size(); column++) {
                flow.rule(Page.LEFT + column * (width + SIGNATURE_GAP), width, 0.6f, TextStyle.QUIET);
                float top = flow.top() - 4;
                for (Line line : columns.get(column)) {
                    flow.placeAt(line, top);
                    top -= line.style().leading();
                }
            }
            flow.skip(height + 4);
        }
        return this;
    }

    public byte[] toBytes() {
        flow.reserve(0);
        return PdfPainter.paint(info, root, flow.pages);
    }

    private void set(List<Laid> laid) {
        for (Laid part : laid) {
            switch (part) {
                case Lines(List<Line> lines) -> flow.paragraph(lines);
                case Grid(TableLayout table) -> table.setOn(flow);
            }
        }
    }
}
