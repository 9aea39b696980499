package cz.koplan.shared.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what stands in one container of pasted HTML: the page, a list item or a cell. */
final class PastedBlocks {

    /** Deeper lists than Word knows go no deeper. */
    static final int DEEPEST = 9;

    private record OpenList(int level, TextBlock.Listing list) {}

    private final int depth;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final Deque<OpenList> open = new ArrayDeque<>();
    private final List<TextRun> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private PastedStyle style = PastedStyle.PLAIN;
    private char last = '\n';

    /** {@code depth} counts the lists around. */
    PastedBlocks(int depth) {
        this.depth = depth;
    }

    int depth() {
        return depth;
    }

    /** Adds text; blanks in a row count as one, as in HTML. */
    void text(String added, PastedStyle look) {
        endRunUnless(look);
        added.codePoints().forEach(c -> {
            if (c == '\n' && look.lines()) {
                lineBreak();
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (last != ' ' && last != '\n') {
                    text.append(' ');
                    last = ' ';
                }
            } else if (!isInvisible(c)) {
                text.appendCodePoint(c);
                last = 'x';
            }
        });
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        boolean filling = c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
        return filling || type == Character.CONTROL || type == Character.SURROGATE || (c & 0xfffe) == 0xfffe;
    }

    /** Two breaks in a row end the paragraph. */
    void lineBreak() {
        if (last == '\n') {
            endParagraph();
        } else {
            if (last == ' ') {
                dropLastBlank();
            }
            text.append('\n');
            last = '\n';
        }
    }

    private void dropLastBlank() {
        if (text.isEmpty()) {
            TextRun run = runs.removeLast();
            runs.add(new TextRun(
                    run.text().substring(0, run.text().length() - 1), run.bold(), run.italic(), run.link()));
        } else {
            text.setLength(text.length() - 1);
        }
    }

    private void endRunUnless(PastedStyle look) {
        if (!look.equals(style)) {
            endRun();
            style = look;
        }
    }

    private void endRun() {
        if (!text.isEmpty()) {
            runs.add(style.run(text.toString()));
            text.setLength(0);
        }
    }

    void endParagraph() {
        endRun();
        last = '\n';
        List<TextRun> joined = joined(runs);
        runs.clear();
        if (joined.stream().anyMatch(run -> !run.text().isBlank())) {
            open.clear();
            blocks.add(new TextBlock.Paragraph(joined));
        }
    }

    /** Joins what looks alike; blanks between two alike runs look like them. */
    static List<TextRun> joined(List<TextRun> runs) {
        List<TextRun> joined = new ArrayList<>();
        var text = new StringBuilder();
        TextRun look = null;
        for (int i = 0; i < runs.size(); i++) {
            TextRun run = runs.get(i);
            boolean bridge =
                    look != null && run.text().isBlank() && i + 1 < runs.size() && alike(look, runs.get(i + 1));
            if (look != null && !bridge && !alike(look, run)) {
                joined.add(new TextRun(text.toString(), look.bold(), look.italic(), look.link()));
                text.setLength(0);
            }
            look = bridge ? look : run;
            text.append(run.text());
        }
        if (look != null) {
            joined.add(new TextRun(text.toString(), look.bold(), look.italic(), look.link()));
        }
        return joined;
    }

    private static boolean alike(TextRun one, TextRun other) {
        return new TextRun("", one.bold(), one.italic(), one.link())
                .equals(new TextRun("", other.bold(), other.italic(), other.link()));
    }

    void add(TextBlock block) {
        endParagraph();
        open.clear();
        if (block instanceof TextBlock.Listing list
                && !blocks.isEmpty()
                && blocks.getLast() instanceof TextBlock.Listing before
                && goesOn(before, list.numbered(), list.start())) {
            before.items().addAll(list.items());
        } else {
            blocks.add(block);
        }
    }

    private static boolean goesOn(TextBlock.Listing list, boolean numbered, int number) {
        return list.numbered() == numbered
                && (!numbered || number == list.start() + list.items().size());
    }

    /** Adds an item of a list that is told by its level only, from 1; {@code number} is null for a bullet. */
    void item(int level, @Nullable Integer number, List<TextBlock> content) {
        endParagraph();
        if (content.isEmpty()) {
            return;
        }
        while (open.size() > 1 && open.element().level() > level) {
            open.pop();
        }
        if (!open.isEmpty() && open.element().level() > level) { // it began too deep
            open.push(new OpenList(level, open.pop().list()));
        }
        boolean numbered = number != null;
        int start = number == null ? 1 : number;
        OpenList at = open.peek();
        if (at != null && at.level() == level && !goesOn(at.list(), numbered, start)) {
            open.pop();
            at = null;
        }
        if (at == null || at.level() < level && depth + open.size() < DEEPEST) {
            var list = new TextBlock.Listing(numbered, start, new ArrayList<>());
            OpenList parent = open.peek();
            (parent == null ? blocks : parent.list().items().getLast()).add(list);
            at = new OpenList(level, list);
            open.push(at);
        }
        at.list().items().add(content);
    }

    List<TextBlock> blocks() {
        endParagraph();
        return blocks;
    }
}
