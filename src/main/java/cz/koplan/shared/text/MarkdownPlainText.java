package cz.koplan.shared.text;

import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as text without any markup. */
final class MarkdownPlainText {

    private final boolean addresses;

    private MarkdownPlainText(boolean addresses) {
        this.addresses = addresses;
    }

    static String of(List<TextBlock> blocks) {
        return new MarkdownPlainText(false).blocks(blocks);
    }

    static String withAddresses(List<TextBlock> blocks) {
        return new MarkdownPlainText(true).blocks(blocks);
    }

    private String blocks(List<TextBlock> blocks) {
        return blocks.stream().map(this::block).collect(Collectors.joining("\n\n"));
    }

    private String block(TextBlock block) {
        return switch (block) {
            case TextBlock.Paragraph paragraph -> text(paragraph.runs());
            case TextBlock.Listing list -> list(list);
            case TextBlock.Table table ->
                row(table.header())
                        + table.rows().stream().map(row -> "\n" + row(row)).collect(Collectors.joining());
        };
    }

    private String list(TextBlock.Listing list) {
        var text = new StringBuilder();
        for (int i = 0; i < list.items().size(); i++) {
            String label = list.numbered() ? list.start() + i + ". " : "• ";
            String item = list.items().get(i).stream().map(this::block).collect(Collectors.joining("\n"));
            text.append(i == 0 ? "" : "\n").append(label).append(item.replace("\n", "\n" + " ".repeat(label.length())));
        }
        return text.toString();
    }

    private String row(List<List<TextRun>> cells) {
        return cells.stream().map(this::text).collect(Collectors.joining("\t"));
    }

    private String text(List<TextRun> runs) {
        return runs.stream().map(this::shown).collect(Collectors.joining());
    }

    private String shown(TextRun run) {
        return addresses && run.link() != null && !run.link().equals(run.text())
                ? run.text() + " (" + run.link() + ")"
                : run.text();
    }
}
