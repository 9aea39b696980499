package cz.koplan.reading;

import cz.koplan.reading.ReadMinutes.Paragraph;
import cz.koplan.reading.ReadMinutes.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The round table: one line per organisation, each opened by its name. */
final class UpdateRecogniser {

    /** Label and first piece of text; a label on a line of its own has no text yet. */
    record Opening(Passage label, @Nullable Passage text) {}

    /** The updates and what stands between or after them. */
    record RoundTable(List<Update> updates, List<Paragraph> paragraphs) {}

    private final Page page;
    private final OrganisationNames known;
    private final boolean directoryGiven;

    UpdateRecogniser(Page page, @Nullable OrganisationNames known) {
        this.page = page;
        this.known = known == null ? label -> false : known;
        directoryGiven = known != null;
    }

    /** How the paragraph opens a round-table line, or null when it does not. */
    @Nullable
    Opening opening(Block block) {
        Passage passage = page.passage(block);
        Passage strong = strongStart(block, passage);
        if (strong != null) {
            Passage text = passage.from(strong.text().length()).trimmed(".:–—-");
            Passage name = Organisations.alone(strong);
            if (name != null) {
                return new Opening(name, text.isEmpty() ? null : behind(passage, text));
            }
        }
        Organisations.Labelled labelled = Organisations.split(passage, block.mark() != null);
        if (labelled != null) {
            return new Opening(labelled.label(), labelled.text());
        }
        boolean announces = block.mark() != null
                || block.first().heading() > 0
                || passage.text().endsWith(":");
        boolean shortLine = announces || known.knows(passage.text());
        Passage alone = shortLine && passage.text().length() <= 80 ? Organisations.alone(passage) : null;
        return alone == null ? null : new Opening(alone, null);
    }

    /** A full stop at the end of the text belongs to it, only the separators before it do not. */
    private static Passage behind(Passage passage, Passage trimmed) {
        return passage.from(passage.text()
                .indexOf(
                        trimmed.text(), passage.text().length() - trimmed.text().length() - 4));
    }

    private static @Nullable Passage strongStart(Block block, Passage passage) {
        int strong = block.first().strong();
        if (strong < 2 || block.lines().size() > 1 && block.first().isStrong()) {
            return strong < 2
                    ? null
                    : passage.slice(
                            0,
                            Math.min(
                                    passage.text().length(),
                                    block.first().content().length()));
        }
        return passage.slice(0, Math.min(strong, passage.text().length()));
    }

    /** Reads paragraphs that stand in a round table; those after the last update belong to nobody. */
    RoundTable read(List<Block> blocks) {
        var updates = new ArrayList<Update>();
        var paragraphs = new ArrayList<Paragraph>();
        int last = -1;
        ListMark outer = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (outer == null) {
                outer = block.mark();
            }
            if (isOwnLine(block, outer) && opening(block) != null) {
                last = i;
            }
        }
        Passage label = null;
        var texts = new ArrayList<Passage>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Opening opening = isOwnLine(block, outer) ? opening(block) : null;
            if (opening != null) {
                finish(label, texts, updates);
                label = page.value(opening.label());
                if (opening.text() != null) {
                    texts.add(page.value(opening.text()));
                }
            } else if (label != null
                    && (i < last
                            || texts.isEmpty()
                            || isInner(block, outer)
                            || continues(block, texts)
                            || isNextLine(block))
                    && !(block.mark() != null && !isInner(block, outer))) {
                texts.add(page.value(page.passage(block)));
            } else {
                finish(label, texts, updates);
                label = null;
                Passage text = page.value(page.passage(block));
                paragraphs.add(new Paragraph(text.text(), text.lines()));
                if (block.mark() != null && !updates.isEmpty()) {
                    page.ask("UPDATE_WITHOUT_LABEL", text, "Z textu není poznat, které organizace se týká.");
                }
            }
        }
        finish(label, texts, updates);
        return new RoundTable(updates, paragraphs);
    }

    /** A sentence that a page break interrupted. */
    private static boolean continues(Block block, List<Passage> texts) {
        String before = texts.getLast().text();
        boolean open = !before.isEmpty() && ".!?:".indexOf(before.charAt(before.length() - 1)) < 0;
        String text = block.first().content();
        return open && !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    /** In plain text a blank line would part what does not belong together. */
    private static boolean isNextLine(Block block) {
        return !block.afterGap() && !block.first().startsParagraph();
    }

    private static boolean isInner(Block block, @Nullable ListMark outer) {
        return block.mark() != null && outer != null && block.mark().isDeeperThan(outer);
    }

    private static boolean isOwnLine(Block block, @Nullable ListMark outer) {
        return !isInner(block, outer);
    }

    private void finish(@Nullable Passage label, List<Passage> texts, List<Update> updates) {
        if (label == null) {
            return;
        }
        Lines lines = texts.stream().map(Passage::lines).reduce(label.lines(), Lines::plus);
        String text = String.join("\n", texts.stream().map(Passage::text).toList());
        updates.add(new Update(label.text(), text, lines));
        if (directoryGiven && !known.knows(label.text())) {
            page.ask("UNKNOWN_ORGANISATION", label, "Organizaci „" + label.text() + "“ neznáme; která to je?");
        }
        texts.clear();
    }
}
