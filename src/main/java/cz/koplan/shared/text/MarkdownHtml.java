package cz.koplan.shared.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes blocks as HTML. */
final class MarkdownHtml {

    private final StringBuilder html = new StringBuilder();

    private MarkdownHtml() {}

    static String of(List<TextBlock> blocks) {
        var writer = new MarkdownHtml();
        blocks.forEach(writer::block);
        return writer.html.toString();
    }

    private void block(TextBlock block) {
        switch (block) {
            case TextBlock.Paragraph paragraph -> element("p", paragraph.runs());
            case TextBlock.Listing list -> list(list);
            case TextBlock.Table table -> table(table);
        }
    }

    private void list(TextBlock.Listing list) {
        String start = list.start() == 1 ? "" : " start=\"" + list.start() + "\"";
        html.append(list.numbered() ? "<ol" + start + ">" : "<ul>");
        for (List<TextBlock> item : list.items()) {
            html.append("<li>");
            item.forEach(this::block);
            html.append("</li>");
        }
        html.append(list.numbered() ? "</ol>" : "</ul>");
    }

    private void table(TextBlock.Table table) {
        html.append("<table><thead><tr>");
        table.header().forEach(cell -> element("th scope=\"col\"", cell));
        html.append("</tr></thead><tbody>");
        for (List<List<TextRun>> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> element("td", cell));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void element(String tag, List<TextRun> runs) {
        html.append('<').append(tag).append('>');
        for (TextRun run : CzechTypography.nonBreaking(runs)) {
            open(run.link() == null ? null : "a href=\"" + escape(run.link()) + "\" rel=\"noopener noreferrer\"");
            open(run.bold() ? "strong" : null);
            open(run.italic() ? "em" : null);
            html.append(escape(run.text()).replace("\n", "<br>"));
            html.append(run.italic() ? "</em>" : "");
            html.append(run.bold() ? "</strong>" : "");
            html.append(run.link() == null ? "" : "</a>");
        }
        html.append("</").append(tag.split(" ")[0]).append('>');
    }

    private void open(@Nullable String tag) {
        if (tag != null) {
            html.append('<').append(tag).append('>');
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
