package cz.koplan.reading;

import cz.koplan.reading.SourceLine.Origin;
import cz.koplan.reading.UnreadableFileException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a DOCX: paragraphs with their list numbers, table rows, text boxes; footnotes, headers and footers behind
 * the body. Tracked insertions count, tracked deletions do not. Comments and field codes are not text of the minutes.
 */
final class DocxReader implements DocxArchive.Handler {

    /** A line without its number, which is known only when the table around it is complete. */
    private record Piece(
            String text, int heading, int strong, @Nullable ListMark mark, boolean startsParagraph) {}

    private static final class Paragraph {
        final StringBuilder text = new StringBuilder();
        int strong;
        boolean stillStrong = true;
        String style = "";
        int outline = -1;
        int numId = -1;
        int level = -1;
        boolean markDeleted;
    }

    private static final class Row {
        final List<List<Piece>> cells = new ArrayList<>();
        boolean deleted;
    }

    private final DocxStyles styles = new DocxStyles();
    private final DocxNumbering numbering = new DocxNumbering();
    private final PlainTextReader.ListMarks typedMarks = new PlainTextReader.ListMarks();
    private final List<SourceLine> lines = new ArrayList<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private @Nullable Paragraph merged;
    private Origin origin = Origin.BODY;
    private int characters;
    private boolean tooMuch;

    private int skipped;
    private int paragraphProperties;
    private int rowProperties;
    private boolean inRunProperties;
    private boolean inText;
    private boolean runIsBold;
    private int runs;

    private DocxReader() {}

    static SourceText read(String file, byte[] bytes) throws UnreadableFileException {
        DocxArchive archive = DocxArchive.open(file, bytes);
        var reader = new DocxReader();
        archive.parse("styles", reader.styles);
        archive.parse("numbering", reader.numbering);
        archive.parse("document", reader);
        reader.append(archive, Origin.FOOTNOTE, "footnotes", "endnotes");
        reader.append(archive, Origin.HEADER, "header");
        reader.append(archive, Origin.FOOTER, "footer");
        if (reader.tooMuch) {
            throw new UnreadableFileException(file, Reason.TOO_MUCH_TEXT);
        }
        if (reader.lines.stream().allMatch(SourceLine::isBlank)) {
            throw new UnreadableFileException(file, Reason.EMPTY);
        }
        return new SourceText(SourceFormat.DOCX, reader.lines, List.of());
    }

    /** The first, even and other pages mostly repeat one header; a text that is already there is not repeated. */
    private void append(DocxArchive archive, Origin from, String... parts) throws UnreadableFileException {
        origin = from;
        int before = lines.size();
        for (String part : parts) {
            archive.parse(part, this);
        }
        Set<String> seen = new HashSet<>();
        List<SourceLine> added = new ArrayList<>(lines.subList(before, lines.size()));
        lines.subList(before, lines.size()).clear();
        for (SourceLine line : added) {
            boolean repeated = from != Origin.FOOTNOTE && !seen.add(line.content());
            if (!line.isBlank() && !repeated) {
                add(new Piece(line.text(), 0, 0, line.mark(), true), line.row());
            }
        }
    }

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        if (skipped > 0) {
            skipped++;
            return;
        }
        switch (name) {
            case "Fallback" -> skipped = 1;
            case "del", "moveFrom" -> startDeletion();
            case "p" -> startParagraph();
            case "pPr" -> paragraphProperties++;
            case "trPr" -> rowProperties++;
            case "rPr" -> inRunProperties = paragraphProperties == 0;
            case "r" -> {
                runs++;
                runIsBold = !paragraphs.isEmpty() && styles.isBold(paragraphs.peek().style);
            }
            case "b" -> runIsBold = inRunProperties ? DocxArchive.isOn(element) : runIsBold;
            case "t" -> inText = true;
            case "tr" -> rows.push(new Row());
            case "tc" -> {
                if (!rows.isEmpty()) {
                    rows.peek().cells.add(new ArrayList<>());
                }
            }
            default -> startDetail(element, name);
        }
    }

    private void startDetail(XMLStreamReader element, String name) {
        Paragraph paragraph = paragraphs.peek();
        if (paragraph == null) {
            return;
        }
        if (paragraphProperties > 0) {
            String value = DocxArchive.value(element, "val");
            switch (name) {
                case "pStyle" -> paragraph.style = value == null ? "" : value;
                case "outlineLvl" -> paragraph.outline = DocxArchive.number(element, "val", -1);
                case "numId" -> paragraph.numId = DocxArchive.number(element, "val", -1);
                case "ilvl" -> paragraph.level = DocxArchive.number(element, "val", -1);
                default -> {}
            }
        } else if (runs > 0 && !inRunProperties) {
            switch (name) {
                case "tab", "ptab" -> write(paragraph, "\t");
                case "br", "cr" -> write(paragraph, "\n");
                case "noBreakHyphen" -> write(paragraph, "\u2011");
                case "softHyphen" -> write(paragraph, "\u00AD");
                case "sym" -> write(paragraph, symbol(DocxArchive.value(element, "char")));
                default -> {}
            }
        }
    }

    private void startDeletion() {
        if (rowProperties > 0 && !rows.isEmpty()) {
            rows.peek().deleted = true;
        } else if (paragraphProperties > 0 && !paragraphs.isEmpty()) {
            paragraphs.peek().markDeleted = true;
        }
        skipped = 1;
    }

    private void startParagraph() {
        Paragraph paragraph = merged != null ? merged : new Paragraph();
        paragraph.markDeleted = false;
        merged = null;
        paragraphs.push(paragraph);
    }

    @Override
    public void end(String name) {
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (name) {
            case "p" -> endParagraph();
            case "pPr" -> paragraphProperties--;
            case "trPr" -> rowProperties--;
            case "rPr" -> inRunProperties = false;
            case "r" -> runs--;
            case "t" -> inText = false;
            case "tr" -> endRow();
            default -> {}
        }
    }

    @Override
    public void text(String text) {
        Paragraph paragraph = paragraphs.peek();
        if (skipped == 0 && inText && paragraph != null) {
            write(paragraph, text.replace('\n', ' ').replace('\r', ' '));
        }
    }

    private void write(Paragraph paragraph, String text) {
        characters += text.length();
        if (characters > Limits.CHARACTERS) {
            tooMuch = true;
            return;
        }
        if (paragraph.stillStrong && !text.isBlank()) {
            paragraph.stillStrong = runIsBold;
        }
        paragraph.text.append(text);
        if (paragraph.stillStrong) {
            paragraph.strong = paragraph.text.length();
        }
    }

    private static String symbol(@Nullable String hexadecimal) {
        try {
            return hexadecimal == null ? "" : Character.toString(Integer.parseInt(hexadecimal, 16));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void endParagraph() {
        Paragraph paragraph = paragraphs.poll();
        if (paragraph == null) {
            return;
        }
        if (paragraph.markDeleted) {
            merged = paragraph;
            return;
        }
        int heading = paragraph.outline >= 0 && paragraph.outline < 9
                ? paragraph.outline + 1
                : styles.heading(paragraph.style);
        DocxNumbering.Shown shown = shownNumber(paragraph);
        String[] texts = paragraph.text.toString().split("\n", -1);
        for (int i = 0; i < texts.length; i++) {
            boolean first = i == 0;
            ListMark mark;
            String text = texts[i];
            if (first && shown != null && !Passage.isBlank(text, 0)) {
                mark = new ListMark(
                        shown.symbol(),
                        Math.max(0, paragraph.level),
                        shown.number(),
                        shown.symbol().length() + 1);
                text = shown.symbol() + " " + text.stripLeading();
            } else {
                mark = first ? typedMarks.ofParagraph(text) : typedMarks.next(text);
            }
            int prefix = mark == null || shown != null ? 0 : mark.end();
            int strong = first ? Math.max(0, Math.min(paragraph.strong, texts[0].length()) - prefix) : 0;
            emit(new Piece(text, heading, strong, mark, first));
        }
    }

    private DocxNumbering.@Nullable Shown shownNumber(Paragraph paragraph) {
        int numId = paragraph.numId >= 0 ? paragraph.numId : styles.numId(paragraph.style);
        if (numId <= 0 || Passage.isBlank(paragraph.text.toString(), 0)) {
            return null;
        }
        if (paragraph.level < 0) {
            int ofStyle = styles.level(paragraph.style);
            paragraph.level = ofStyle >= 0 ? ofStyle : numbering.levelOfStyle(numId, paragraph.style);
        }
        return numbering.next(numId, paragraph.level);
    }

    private void emit(Piece piece) {
        Row row = rows.peek();
        if (row == null || row.cells.isEmpty()) {
            add(piece, false);
        } else {
            row.cells.getLast().add(piece);
        }
    }

    private void endRow() {
        Row row = rows.poll();
        if (row == null || row.deleted) {
            return;
        }
        for (List<Piece> cell : row.cells) {
            cell.removeIf(piece -> piece.text().isBlank());
        }
        boolean many = row.cells.stream().anyMatch(cell -> cell.size() > 1);
        boolean layout = row.cells.size() == 1 || (row.cells.size() == 2 && (many || isLabelled(row)));
        if (layout) {
            row.cells.forEach(cell -> cell.forEach(this::emit));
            return;
        }
        String text = row.cells.stream().map(DocxReader::joined).collect(Collectors.joining("\t"));
        Row outer = rows.peek();
        if (outer == null || outer.cells.isEmpty()) {
            add(new Piece(text, 0, 0, null, true), true);
        } else {
            outer.cells.getLast().add(new Piece(text, 0, 0, null, true));
        }
    }

    private static String joined(List<Piece> cell) {
        return cell.stream().map(piece -> Passage.normalised(piece.text())).collect(Collectors.joining(" "));
    }

    /** A form with labels on the left and values on the right reads like lines, not like a table. */
    private static boolean isLabelled(Row row) {
        Label.Found label = Label.of(joined(row.cells.getFirst()));
        return label != null
                && label.end() == joined(row.cells.getFirst()).length()
                && label.label() != Label.TASK
                && label.label() != Label.TASKS;
    }

    private void add(Piece piece, boolean row) {
        if (lines.size() >= Limits.LINES) {
            tooMuch = true;
            return;
        }
        lines.add(new SourceLine(
                lines.size() + 1,
                piece.text(),
                origin,
                piece.heading(),
                piece.strong(),
                piece.mark(),
                piece.startsParagraph(),
                row));
    }
}
