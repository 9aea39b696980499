package cz.koplan.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes blocks as Markdown that reads as the same blocks. People go on editing it, so only what would be taken for a mark
 * is escaped; {@link Markdown#escape} is safe wherever its result is put, this is so only in the place it is written for.
 *
 * <p>Blanks around a styled run end up outside its marks, and so does punctuation that would keep a mark from closing.
 */
final class MarkdownSource {

    private static final Pattern NUMBERED_ITEM = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9]+)+");
    private static final Pattern LINE = Pattern.compile("\n(?!\n)");
    private static final int LARGEST_NUMBER = 999_999_999;

    private static final int LONGEST_STYLED = 100_000; // characters of a paragraph; nobody writes such a one

    private final boolean cell;
    private final StringBuilder source = new StringBuilder();

    private MarkdownSource(boolean cell) {
        this.cell = cell;
    }

    static String of(List<TextBlock> blocks) {
        var source = new StringBuilder();
        write(blocks, false, source);
        return source.toString();
    }

    private static void write(List<TextBlock> blocks, boolean inItem, StringBuilder source) {
        TextBlock before = null;
        boolean otherMark = false;
        for (TextBlock block : blocks) {
            if (before != null) {
                source.append(inItem && mayInterrupt(block) && !(before instanceof TextBlock.Table) ? "\n" : "\n\n");
            }
            switch (block) {
                case TextBlock.Paragraph paragraph -> source.append(inline(paragraph.runs(), false));
                case TextBlock.Listing list -> {
                    // The same mark would make one list of two.
                    otherMark = before instanceof TextBlock.Listing(var numbered, var _, var _)
                            && numbered == list.numbered()
                            && !otherMark;
                    write(list, otherMark, source);
                }
                case TextBlock.Table table -> write(table, source);
            }
            before = block;
        }
    }

    private static boolean mayInterrupt(TextBlock block) {
        return block instanceof TextBlock.Listing(var numbered, var start, var items)
                && (!numbered || start == 1)
                && !items.isEmpty()
                && !items.getFirst().isEmpty();
    }

    private static void write(TextBlock.Listing list, boolean otherMark, StringBuilder source) {
        int first = Math.clamp(list.start(), 0, LARGEST_NUMBER - list.items().size());
        for (int i = 0; i < list.items().size(); i++) {
            String mark = list.numbered() ? first + i + (otherMark ? ")" : ".") : otherMark ? "*" : "-";
            var item = new StringBuilder();
            write(list.items().get(i), true, item);
            source.append(i == 0 ? "" : "\n").append(mark);
            if (!item.isEmpty()) {
                String indent = " ".repeat(mark.length() + 1);
                source.append(' ').append(LINE.matcher(item).replaceAll("\n" + indent));
            }
        }
    }

    private static void write(TextBlock.Table table, StringBuilder source) {
        source.append(row(table.header()))
                .append("\n|")
                .append("---|".repeat(table.header().size()));
        table.rows().forEach(row -> source.append('\n').append(row(row)));
    }

    private static String row(List<List<TextRun>> cells) {
        return cells.stream().map(cell -> inline(cell, true)).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Source that reads as the text of the runs; styles are given up where their marks would be taken for text. */
    static String inline(List<TextRun> runs, boolean cell) {
        List<TextRun> trimmed = trimmed(runs, cell);
        if (runs.stream().mapToInt(run -> run.text().length()).sum() > LONGEST_STYLED) {
            return new MarkdownSource(cell).write(List.of(TextRun.plain(text(trimmed))));
        }
        String source = new MarkdownSource(cell).write(trimmed);
        if (trimmed.stream().noneMatch(run -> run.bold() || run.italic() || run.link() != null)) {
            return source;
        }
        if (!readsAs(source, trimmed, cell)) {
            source = new MarkdownSource(cell).write(styled(trimmed, true));
        }
        if (!readsAs(source, trimmed, cell)) {
            source = new MarkdownSource(cell).write(styled(trimmed, false));
        }
        return source;
    }

    private static List<TextRun> trimmed(List<TextRun> runs, boolean cell) {
        List<TextRun> trimmed = new ArrayList<>(runs);
        if (cell) {
            trimmed.replaceAll(run -> with(run, run.text().replace('\n', ' ')));
        }
        while (!trimmed.isEmpty() && trimmed.getFirst().text().isBlank()) {
            trimmed.removeFirst();
        }
        while (!trimmed.isEmpty() && trimmed.getLast().text().isBlank()) {
            trimmed.removeLast();
        }
        if (!trimmed.isEmpty()) {
            trimmed.set(0, with(trimmed.getFirst(), trimmed.getFirst().text().stripLeading()));
            int last = trimmed.size() - 1;
            trimmed.set(last, with(trimmed.get(last), trimmed.get(last).text().stripTrailing()));
        }
        return trimmed;
    }

    private static List<TextRun> styled(List<TextRun> runs, boolean bold) {
        return PastedBlocks.joined(runs.stream()
                .map(run -> new TextRun(run.text(), bold && run.bold(), false, run.link()))
                .toList());
    }

    private static TextRun with(TextRun run, String text) {
        return new TextRun(text, run.bold(), run.italic(), run.link());
    }

    private static boolean readsAs(String source, List<TextRun> runs, boolean cell) {
        List<TextBlock> blocks = Markdown.blocks(cell ? "| " + source + " |\n|---|" : source);
        return blocks.size() == 1
                && switch (blocks.getFirst()) {
                    case TextBlock.Paragraph paragraph -> text(paragraph.runs()).equals(text(runs));
                    case TextBlock.Table table ->
                        table.header().size() == 1
                                && text(table.header().getFirst()).equals(text(runs));
                    case TextBlock.Listing _ -> false;
                };
    }

    private static String text(List<TextRun> runs) {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }

    private String write(List<TextRun> runs) {
        int i = 0;
        while (i < runs.size()) {
            String link = runs.get(i).link();
            int end = i + 1;
            while (end < runs.size()
                    && link != null
                    && link.equals(runs.get(end).link())) {
                end++;
            }
            if (link == null) {
                String next = i + 1 < runs.size() ? following(runs.get(i + 1)) : "";
                write(runs.get(i), next);
            } else {
                link(runs.subList(i, end), link);
            }
            i = end;
        }
        return source.toString();
    }

    /** The first characters of what will be written for the run. */
    private static String following(TextRun run) {
        boolean marked = run.bold() || run.italic() || run.link() != null;
        boolean blank =
                !run.text().isEmpty() && Character.isWhitespace(run.text().charAt(0));
        return marked && !blank ? "*" : run.text();
    }

    private void link(List<TextRun> runs, String address) {
        String text = text(runs);
        String core = text.strip();
        if (core.isEmpty()) {
            escape(text);
            return;
        }
        escape(text.substring(0, text.indexOf(core)));
        boolean plain =
                runs.size() == 1 && !runs.getFirst().bold() && !runs.getFirst().italic();
        boolean named = core.equals(address) || address.equals("mailto:" + core) && isEmail(core);
        if (plain && named && !ENTITY.matcher(core).find()) {
            source.append('<').append(core).append('>');
        } else {
            if (last() == '!') {
                source.insert(source.length() - 1, '\\'); // or it would be a picture
            }
            source.append('[');
            List<TextRun> inner = trimmed(runs, cell);
            for (int i = 0; i < inner.size(); i++) {
                String next = i + 1 < inner.size()
                        ? following(new TextRun(
                                inner.get(i + 1).text(),
                                inner.get(i + 1).bold(),
                                inner.get(i + 1).italic(),
                                null))
                        : "]";
                write(inner.get(i), next);
            }
            source.append("](")
                    .append(ENTITY.matcher(address).replaceAll("&amp;"))
                    .append(')');
        }
        escape(text.substring(text.indexOf(core) + core.length()));
    }

    private static boolean isEmail(String text) {
        return text.length() < 255 && EMAIL.matcher(text).matches();
    }

    private void write(TextRun run, String next) {
        String text = run.text();
        int start = 0;
        int end = text.length();
        if (run.bold() || run.italic()) {
            start = text.length() - text.stripLeading().length();
            end = text.stripTrailing().length();
            boolean wordAfter = end == text.length() && !next.isEmpty() && isWord(next.codePointAt(0));
            while (wordAfter && end > start && !isWord(text.codePointBefore(end))) {
                end -= Character.charCount(text.codePointBefore(end));
            }
            boolean wordBefore = start == 0 && !source.isEmpty() && isWord(source.codePointBefore(source.length()));
            while (wordBefore && start < end && !isWord(text.codePointAt(start))) {
                start += Character.charCount(text.codePointAt(start));
            }
        }
        if (start >= end || !run.bold() && !run.italic()) {
            escape(text);
            return;
        }
        String marks = (run.bold() ? "**" : "") + (run.italic() ? "*" : "");
        escape(text.substring(0, start));
        source.append(marks);
        escape(text.substring(start, end));
        source.append(marks);
        escape(text.substring(end));
    }

    private static boolean isWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> false;
            default -> !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint);
        };
    }

    private char last() {
        return source.isEmpty() ? '\n' : source.charAt(source.length() - 1);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineStart = !cell && last() == '\n';
            if (lineStart && Character.isDigit(c)) {
                Matcher number = NUMBERED_ITEM.matcher(text).region(i, text.length());
                if (number.lookingAt()) {
                    source.append(number.group(1)).append('\\').append(number.group(2));
                    i = number.end() - 1;
                    continue;
                }
            }
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean mark = switch (c) {
                case '\\', '*', '[', ']' -> true;
                case '_' -> !Character.isLetterOrDigit(last()) || !Character.isLetterOrDigit(next);
                case '<' -> Character.isLetter(next) || next == '/' || next == '!' || next == '?';
                case '&' -> Character.isLetter(next) || next == '#';
                case '{', '}' -> last() == c; // two would be the mark of an internal passage
                case '|' -> cell || lineStart;
                case '#', '+', '-', '=', ':', '~', '>' -> lineStart && !Character.isLetterOrDigit(next);
                default -> false;
            };
            if (c == '\n') {
                source.append("\\\n");
            } else {
                source.append(mark ? "\\" : "").append(c);
            }
        }
    }
}
