package cz.koplan.shared.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown that Koplán stores: paragraphs, bold, italic, links, nested lists and simple tables. Whatever else
 * CommonMark knows (HTML, code, quotations, rules) is shown as it was typed, and a heading is a bold paragraph.
 *
 * <p>Marks of {@link InternalPassages} are not known here: take the internal or the public text first.
 */
public final class Markdown {

    // Depth of lists and of emphasis is bounded so that hostile input cannot exhaust the stack.
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new LiteralBacktick())
            .maxOpenBlockParsers(40)
            .maxInlineNesting(100)
            .build();

    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto");
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern PARAGRAPH_END = Pattern.compile("(?<=[^\n])\n\n(?=[^\n])");
    private static final Pattern NUMBERED_ITEM = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");

    private static final Pattern PLAIN_SENTENCE =
            Pattern.compile("\\p{L}[\\p{L}\\d .,:;()/%?+–„“…-]*[\\p{L}\\d.,:;?)]");

    private Markdown() {}

    public static List<TextBlock> blocks(String markdown) {
        // Most texts are a sentence without any mark, and the parser is costly for its few uses.
        if (PLAIN_SENTENCE.matcher(markdown).matches()) {
            return List.of(new TextBlock.Paragraph(List.of(TextRun.plain(markdown))));
        }
        return blocksIn(PARSER.parse(markdown));
    }

    /** HTML with Czech typography; all that was typed is escaped. */
    public static String html(String markdown) {
        return MarkdownHtml.of(blocks(markdown));
    }

    /** The text alone: blocks separated by an empty line, list items and table rows on lines of their own. */
    public static String plainText(String markdown) {
        return MarkdownPlainText.of(blocks(markdown));
    }

    /** As {@link #plainText}, with the address of every link after its text. */
    public static String plainTextWithAddresses(String markdown) {
        return MarkdownPlainText.withAddresses(blocks(markdown));
    }

    /**
     * Markdown that shows exactly {@code plain} (with line ends as line feeds), whatever it holds: {@code
     * plainText(escape(s)).equals(s)} unless there is a character U+0000, which Markdown cannot hold.
     */
    public static String escape(String plain) {
        String text = LINE_END.matcher(plain).replaceAll("\n");
        var result = new StringBuilder(text.length() + 16);
        String[] paragraphs = PARAGRAPH_END.split(text, -1);
        for (int i = 0; i < paragraphs.length; i++) {
            result.append(i == 0 ? "" : "\n\n");
            escapeParagraph(paragraphs[i], result);
        }
        return result.toString();
    }

    private static void escapeParagraph(String text, StringBuilder result) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '\n') {
            result.append("&#10;");
            start++;
        }
        while (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        String[] lines = text.substring(start, end).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            result.append(i == 0 ? "" : "\\\n");
            escapeLine(lines[i], result);
        }
        result.append("&#10;".repeat(text.length() - end));
    }

    private static void escapeLine(String line, StringBuilder result) {
        int length = line.length();
        int literal = 0;
        var number = NUMBERED_ITEM.matcher(line);
        if (number.lookingAt()) {
            result.append(number.group(1)).append('\\').append(number.group(2));
            literal = number.end();
        }
        for (int i = literal; i < length; i++) {
            char c = line.charAt(i);
            boolean atEdge = i == 0 || i == length - 1;
            if (atEdge && Character.isWhitespace(c) || c < ' ') {
                result.append("&#").append((int) c).append(';');
            } else if ("\\`*_{}[]<>&|!".indexOf(c) >= 0 || i == 0 && "#+-=:~".indexOf(c) >= 0) {
                result.append('\\').append(c);
            } else {
                result.append(c);
            }
        }
    }

    private static List<TextBlock> blocksIn(Node parent) {
        List<TextBlock> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Paragraph paragraph -> addParagraph(runsIn(paragraph, false), blocks);
                case Heading heading -> addParagraph(runsIn(heading, true), blocks);
                case ListBlock list -> blocks.add(listing(list));
                case TableBlock table -> blocks.add(table(table));
                case LinkReferenceDefinition definition ->
                    // CommonMark hides these lines; here nothing that was typed may disappear.
                    addParagraph(List.of(TextRun.plain(asTyped(definition))), blocks);
                default -> blocks.addAll(blocksIn(node));
            }
        }
        return blocks;
    }

    private static void addParagraph(List<TextRun> runs, List<TextBlock> blocks) {
        if (!runs.isEmpty()) {
            blocks.add(new TextBlock.Paragraph(runs));
        }
    }

    private static String asTyped(LinkReferenceDefinition definition) {
        String title = definition.getTitle() == null ? "" : " \"" + definition.getTitle() + "\"";
        return "[" + definition.getLabel() + "]: " + definition.getDestination() + title;
    }

    private static TextBlock.Listing listing(ListBlock list) {
        List<List<TextBlock>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                items.add(blocksIn(item));
            }
        }
        Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        return new TextBlock.Listing(list instanceof OrderedList, start == null ? 1 : start, items);
    }

    private static TextBlock.Table table(TableBlock table) {
        List<List<List<TextRun>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    List<List<TextRun>> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        if (cell instanceof TableCell) {
                            cells.add(runsIn(cell, false));
                        }
                    }
                    rows.add(cells);
                }
            }
        }
        List<List<TextRun>> header = rows.removeFirst();
        rows.forEach(row -> {
            while (row.size() < header.size()) {
                row.add(List.of());
            }
        });
        return new TextBlock.Table(header, rows);
    }

    private static List<TextRun> runsIn(Node node, boolean bold) {
        List<TextRun> runs = new ArrayList<>();
        collect(node, bold, false, null, runs);
        return runs;
    }

    private static void collect(Node parent, boolean bold, boolean italic, @Nullable String link, List<TextRun> runs) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(text.getLiteral(), bold, italic, link, runs);
                case HtmlInline html -> add(html.getLiteral(), bold, italic, link, runs);
                case Code code -> add(code.getLiteral(), bold, italic, link, runs);
                case SoftLineBreak _ -> add(" ", bold, italic, link, runs);
                case HardLineBreak _ -> add("\n", bold, italic, link, runs);
                case StrongEmphasis _ -> collect(node, true, italic, link, runs);
                case Emphasis _ -> collect(node, bold, true, link, runs);
                case Link a -> collect(node, bold, italic, allowed(a.getDestination()), runs);
                case Image image -> collect(node, bold, italic, allowed(image.getDestination()), runs);
                default -> collect(node, bold, italic, link, runs);
            }
        }
    }

    private static void add(String text, boolean bold, boolean italic, @Nullable String link, List<TextRun> runs) {
        if (!runs.isEmpty()) {
            TextRun last = runs.getLast();
            var joined = new TextRun(last.text() + text, bold, italic, link);
            if (joined.equals(new TextRun(joined.text(), last.bold(), last.italic(), last.link()))) {
                runs.set(runs.size() - 1, joined);
                return;
            }
        }
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, bold, italic, link));
        }
    }

    /** The address in ASCII, or null for one that must not become a link; its text is shown all the same. */
    private static @Nullable String allowed(String destination) {
        try {
            URI uri = new URI(destination);
            String scheme = uri.getScheme();
            boolean allowed = scheme != null && LINK_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            return allowed ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
