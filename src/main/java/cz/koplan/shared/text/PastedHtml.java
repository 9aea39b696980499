package cz.koplan.shared.text;

import cz.koplan.shared.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an office program or a browser puts on the clipboard into Markdown: the same words in the same order with
 * the formatting that {@link Markdown} knows. Pictures, scripts, styles and hidden text are left out.
 */
public final class PastedHtml {

    /** In bytes of UTF-8 as in characters. */
    public static final int LONGEST = 5 * 1024 * 1024;

    public static final String TOO_MUCH = "desk.paste.tooMuch";

    // Whatever the input, the tree stays as deep as a recursion can go and as large as memory can hold: where
    // formatting
    // is left open, a tag may become a dozen elements.
    private static final int DEEPEST = 100;
    private static final int MOST_TAGS = 150_000;

    private static final Set<String> LEFT_OUT = Set.of(
            "head",
            "title",
            "script",
            "style",
            "template",
            "img",
            "picture",
            "svg",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "noframes",
            "xml");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "option",
            "p",
            "pre",
            "section",
            "summary",
            "td",
            "th",
            "tr");
    private static final Pattern WORD_ITEM = Pattern.compile("mso-list\\s*:\\s*[^\\s:;]+\\s+level(\\d)");
    private static final Pattern WORD_MARK = Pattern.compile("mso-list\\s*:\\s*ignore");
    private static final Pattern NUMBER = Pattern.compile("\\(?(?:[0-9.]*?([0-9]{1,9})|[a-z]|[ivxlcdm]+)[.)]+");

    private final Set<Element> layouts;

    private PastedHtml(Set<Element> layouts) {
        this.layouts = layouts;
    }

    /** @throws InvalidInputException if there is too much of it, and never otherwise */
    public static String toMarkdown(String html) {
        if (html.length() > LONGEST || openingTags(html) > MOST_TAGS) {
            throw new InvalidInputException(TOO_MUCH);
        }
        Document page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        var blocks = new PastedBlocks(0);
        new PastedHtml(layouts(page)).walk(page.body(), PastedStyle.PLAIN, blocks);
        String markdown = MarkdownSource.of(blocks.blocks());
        if (markdown.length() > LONGEST) { // merged cells may multiply
            throw new InvalidInputException(TOO_MUCH);
        }
        return markdown;
    }

    private static int openingTags(String html) {
        int count = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean opens = at + 1 < html.length() && Character.isLetter(html.charAt(at + 1));
            count += opens ? 1 : 0;
        }
        return count;
    }

    /** Tables around tables only arrange a page, as mail programs do. */
    private static Set<Element> layouts(Document page) {
        Set<Element> layouts = new HashSet<>();
        for (Element table : page.getElementsByTag("table")) {
            Element around = table.parent();
            while (around != null && !around.normalName().equals("table")) {
                around = around.parent();
            }
            if (around != null) {
                layouts.add(around);
            }
        }
        return layouts;
    }

    private void walk(Element parent, PastedStyle style, PastedBlocks out) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                out.text(text.getWholeText(), style);
            } else if (node instanceof Element element && !isLeftOut(element)) {
                element(element, style.within(element), out);
            }
        }
    }

    private static boolean isLeftOut(Element element) {
        return LEFT_OUT.contains(element.normalName()) || PastedStyle.hides(element);
    }

    private void element(Element element, PastedStyle style, PastedBlocks out) {
        String tag = element.normalName();
        switch (tag) {
            case "br" -> out.lineBreak();
            case "ul", "ol" -> list(element, style, out);
            case "table" -> table(element, style, out);
            default -> {
                Matcher level = WORD_ITEM.matcher(tag.equals("p") ? PastedStyle.css(element) : "");
                if (level.find()) {
                    wordItem(element, Integer.parseInt(level.group(1)), style, out);
                } else if (BLOCKS.contains(tag)) {
                    out.endParagraph();
                    walk(element, style, out);
                    out.endParagraph();
                } else {
                    walk(element, style, out);
                }
            }
        }
    }

    /** Word writes an item as a paragraph that says its level and begins with the mark as text. */
    private void wordItem(Element paragraph, int level, PastedStyle style, PastedBlocks out) {
        Element mark = mark(paragraph);
        Integer number = mark == null ? null : number(mark.text());
        if (mark != null) {
            mark.remove();
        }
        if (out.depth() >= PastedBlocks.DEEPEST) {
            out.endParagraph();
            walk(paragraph, style, out);
            out.endParagraph();
            return;
        }
        var item = new PastedBlocks(out.depth() + 1);
        walk(paragraph, style, item);
        out.item(Math.max(level, 1), number, item.blocks());
    }

    private static @Nullable Element mark(Element paragraph) {
        return paragraph.stream()
                .filter(element -> WORD_MARK.matcher(PastedStyle.css(element)).find())
                .findFirst()
                .orElse(null);
    }

    /** The number that a mark shows, 1 for a letter, null for a bullet. */
    private static @Nullable Integer number(String mark) {
        Matcher number = NUMBER.matcher(mark.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT));
        if (!number.matches()) {
            return null;
        }
        return number.group(1) == null ? 1 : Integer.valueOf(number.group(1));
    }

    private void list(Element list, PastedStyle style, PastedBlocks out) {
        out.endParagraph();
        if (out.depth() >= PastedBlocks.DEEPEST) {
            walk(list, style, out);
            out.endParagraph();
            return;
        }
        boolean numbered = list.normalName().equals("ol");
        List<List<TextBlock>> items = new ArrayList<>();
        for (Node node : list.childNodes()) {
            if (node instanceof Element element && isLeftOut(element)) {
                continue;
            }
            var content = new PastedBlocks(out.depth() + 1);
            if (node instanceof TextNode text) {
                content.text(text.getWholeText(), style);
            } else if (node instanceof Element element) {
                element(element, style.within(element), content);
            }
            List<TextBlock> blocks = content.blocks();
            boolean nested = node instanceof Element element && isList(element);
            if (nested && !items.isEmpty()) {
                items.getLast().addAll(blocks);
            } else if (!blocks.isEmpty()) {
                items.add(blocks);
            }
        }
        int start = start(list);
        Integer level = onlineLevel(list);
        if (level != null) {
            for (int i = 0; i < items.size(); i++) {
                out.item(level, numbered ? Integer.valueOf(start + i) : null, items.get(i));
            }
        } else if (!items.isEmpty()) {
            out.add(new TextBlock.Listing(numbered, start, items));
        }
    }

    private static boolean isList(Element element) {
        return element.normalName().equals("ul") || element.normalName().equals("ol");
    }

    private static int start(Element list) {
        String start = list.attr("start").strip();
        return list.normalName().equals("ol") && start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
    }

    /** Word in the browser writes every item as a list of its own and its level into the item. */
    private static @Nullable Integer onlineLevel(Element list) {
        Element item = list.firstElementChild();
        String level = item == null ? "" : item.attr("data-aria-level");
        return level.matches("[1-9]") ? Integer.valueOf(level) : null;
    }

    private void table(Element table, PastedStyle style, PastedBlocks out) {
        out.endParagraph();
        List<Element> rows = PastedTable.rowsOf(table);
        boolean oneCell =
                rows.size() == 1 && PastedTable.cellsOf(rows.getFirst()).size() == 1;
        if (oneCell || layouts.contains(table) || PastedTable.hasTextBesideCells(table)) {
            walk(table, style, out);
            out.endParagraph();
            return;
        }
        for (Element part : table.children()) {
            if (part.normalName().equals("caption") && !isLeftOut(part)) {
                element(part, style.within(part), out);
            }
        }
        var grid = new PastedTable();
        for (Element row : rows) {
            if (!isLeftOut(row)) {
                PastedStyle rowStyle = style.within(row);
                for (Element cell : PastedTable.cellsOf(row)) {
                    grid.cell(cell, isLeftOut(cell) ? List.of() : cellText(cell, rowStyle.within(cell)));
                }
                grid.endRow();
            }
        }
        grid.block().ifPresent(out::add);
    }

    private List<TextRun> cellText(Element cell, PastedStyle style) {
        var content = new PastedBlocks(PastedBlocks.DEEPEST);
        walk(cell, style, content);
        List<TextRun> runs = new ArrayList<>();
        for (TextBlock block : content.blocks()) {
            if (block instanceof TextBlock.Paragraph paragraph) { // there are no lists so deep, and no tables in cells
                runs.add(TextRun.plain(" "));
                runs.addAll(paragraph.runs());
            }
        }
        return PastedBlocks.joined(runs.isEmpty() ? runs : runs.subList(1, runs.size()));
    }
}
