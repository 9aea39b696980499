package cz.koplan.shared.text;

import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as text without any markup. */
final class MarkdownPlainText {

    private MarkdownPlainText() {}

    static String of(List<TextBlock> blocks) {
        return blocks.stream().map(MarkdownPlainText::block).collect(Collectors.joining("\n\n"));
    }

    private static String block(TextBlock block) {
        return switch (block) {
            case TextBlock.Paragraph paragraph -> text(paragraph.runs());
            case TextBlock.Listing list -> list(list);
            case TextBlock.Table table ->
                row(table.header())
                        + table.rows().stream().map(row -> "\n" + row(row)).collect(Collectors.joining());
        };
    }

    private static String list(TextBlock.Listing list) {
        var text = new StringBuilder();
        for (int i = 0; i < list.items().size(); i++) {
            String label = list.numbered() ? list.start() + i + ". " : "• ";
            String item =
                    list.items().get(i).stream().map(MarkdownPlainText::block).collect(Collectors.joining("\n"));
            text.append(i == 0 ? "" : "\n").append(label).append(item.replace("\n", "\n" + " ".repeat(label.length())));
        }
        return text.toString();
    }

    private static String row(List<List<TextRun>> cells) {
        return cells.stream().map(MarkdownPlainText::text).collect(Collectors.joining("\t"));
    }

    private static String text(List<TextRun> runs) {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }
}
