package cz.koplan.reading;

import cz.koplan.reading.ReadMinutes.Question;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the recognisers share: the source, its paragraphs, what is claimed and what has to be asked. */
final class Page {

    private final SourceText source;
    private final List<Block> blocks;
    private final Claims claims;
    private final @Nullable Passage[] passages;
    private final Label.@Nullable Found[] labels;
    private final List<Question> questions = new ArrayList<>();

    Page(SourceText source) {
        this.source = source;
        blocks = Block.of(source);
        claims = new Claims(source);
        passages = new Passage[blocks.size()];
        labels = new Label.Found[blocks.size()];
        for (Block block : blocks) {
            labels[block.index()] = Label.of(block.first().content());
        }
    }

    SourceText source() {
        return source;
    }

    List<Block> blocks() {
        return blocks;
    }

    Claims claims() {
        return claims;
    }

    List<Question> questions() {
        return questions;
    }

    Passage passage(Block block) {
        Passage passage = passages[block.index()];
        if (passage == null) {
            passage = Passage.of(source, block.lines());
            passages[block.index()] = passage;
        }
        return passage;
    }

    Passage passage(SourceLine line) {
        return Passage.of(source, line);
    }

    boolean isFree(Block block) {
        return claims.isFree(block);
    }

    @Nullable
    Block after(Block block) {
        return block.index() + 1 < blocks.size() ? blocks.get(block.index() + 1) : null;
    }

    /** Claims text that goes into the record as it stands. */
    Passage value(Passage passage) {
        claims.claim(Claims.Kind.VALUE, passage);
        return passage;
    }

    void converted(Passage passage) {
        claims.claim(Claims.Kind.CONVERTED, passage);
    }

    void label(Passage passage) {
        claims.claim(Claims.Kind.LABEL, passage);
    }

    /** The label that opens the paragraph, where nobody has claimed it yet. */
    Label.@Nullable Found freeLabel(Block block) {
        Label.Found found = labels[block.index()];
        return found != null && claims.isFree(passage(block).slice(0, found.end())) ? found : null;
    }

    void ask(String about, Passage passage, String message) {
        questions.add(new Question(about, passage.text(), passage.isEmpty() ? null : passage.lines(), message));
    }

    void ask(String about, String message) {
        questions.add(new Question(about, null, null, message));
    }
}
