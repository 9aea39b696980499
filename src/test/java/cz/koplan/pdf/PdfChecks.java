package cz.koplan.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What every PDF of Koplán must keep, and readers for the rest. A validator alone would not see joined or lost words. */
public final class PdfChecks {

    /** An element with text, in reading order; {@code lines} is its text as the page shows it. */
    public record Block(String role, List<String> lines) {

        public String text() {
            return String.join("", lines);
        }
    }

    private static final Set<String> INLINE = Set.of("Span", "Link");

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfChecks() {}

    /** PDF/UA-1, PDF/A-2a, Czech, titled, bookmarked, nothing out of the page, no one-letter word at the end of a line. */
    public static void assertSound(byte[] pdf) {
        assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).as("PDF/UA-1").isEmpty();
        assertThat(violations(pdf, PDFAFlavour.PDFA_2_A)).as("PDF/A-2a").isEmpty();
        with(pdf, document -> {
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("cs-CZ");
            return null;
        });
        assertThat(outlines(pdf)).isEqualTo(headings(pdf));
        assertThat(lonelyLetters(pdf)).as("one-letter words at line ends").isEmpty();
        assertThat(textOutsideMargins(pdf)).as("text outside the margins").isEmpty();
    }

    public static List<String> violations(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 100, false, false, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Every element with text of its own; text of links and spans belongs to the element around them. */
    public static List<Block> blocks(byte[] pdf) {
        return with(pdf, document -> {
            List<Block> blocks = new ArrayList<>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), marks(document), blocks);
            return blocks;
        });
    }

    public static List<String> texts(byte[] pdf) {
        return blocks(pdf).stream().map(block -> block.text().strip()).toList();
    }

    public static List<String> texts(byte[] pdf, String role) {
        return blocks(pdf).stream()
                .filter(block -> block.role().equals(role))
                .map(block -> block.text().strip())
                .toList();
    }

    public static int pages(byte[] pdf) {
        return with(pdf, PDDocument::getNumberOfPages);
    }

    /** All that stands on the page, with ordinary spaces. */
    public static String pageText(byte[] pdf, int page) {
        return with(pdf, document -> {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document).replace('\u00a0', ' ');
        });
    }

    public static List<String> outlines(byte[] pdf) {
        return with(pdf, document -> {
            List<String> titles = new ArrayList<>();
            var root = document.getDocumentCatalog().getDocumentOutline();
            if (root != null) {
                root.children().forEach(item -> addOutline(item, titles));
            }
            return titles;
        });
    }

    /** Ends of lines, followed by more text of the same block, that are a one-letter word. */
    public static List<String> lonelyLetters(byte[] pdf) {
        List<String> found = new ArrayList<>();
        for (Block block : blocks(pdf)) {
            for (String line : block.lines().subList(0, block.lines().size() - 1)) {
                if (line.strip().matches("(?s)(.*[\\s\u00a0(„])?[kKsSvVzZoOuUaAiI]")) {
                    found.add(line);
                }
            }
        }
        return found;
    }

    public static List<String> textOutsideMargins(byte[] pdf) {
        return with(pdf, document -> {
            List<String> found = new ArrayList<>();
            for (Map<Integer, List<TextPosition>> page : marks(document).values()) {
                for (TextPosition position :
                        page.values().stream().flatMap(List::stream).toList()) {
                    float right = position.getXDirAdj() + position.getWidthDirAdj();
                    boolean inside = position.getXDirAdj() >= Page.LEFT - 0.5f
                            && right <= Page.RIGHT + 0.5f
                            && position.getYDirAdj() <= Page.HEIGHT - Page.BOTTOM + 0.5f
                            && position.getYDirAdj() >= Page.HEIGHT - Page.TOP;
                    if (!inside && !position.getUnicode().isBlank()) {
                        found.add(
                                position.getUnicode() + " at " + position.getXDirAdj() + ", " + position.getYDirAdj());
                    }
                }
            }
            return found;
        });
    }

    /**
     * Whatever can be read from the file: text of the pages, of the structure tree, every string, every decoded stream.
     */
    public static String everything(byte[] pdf) {
        return with(pdf, document -> {
            var all = new StringBuilder(new PDFTextStripper().getText(document));
            texts(pdf).forEach(text -> all.append('\n').append(text));
            all.append(new String(pdf, StandardCharsets.ISO_8859_1));
            for (var key : document.getDocument().getXrefTable().keySet()) {
                append(document.getDocument().getObjectFromPool(key), all, new ArrayList<>());
            }
            append(document.getDocument().getTrailer(), all, new ArrayList<>());
            return all.toString().replace('\u00a0', ' ');
        });
    }

    private static void append(COSBase object, StringBuilder all, List<COSBase> path) throws IOException {
        if (object == null || path.stream().anyMatch(seen -> seen == object)) {
            return;
        }
        path.add(object);
        switch (object) {
            case COSObject indirect when path.size() == 1 -> append(indirect.getObject(), all, path);
            case COSString string -> all.append('\n').append(string.getString());
            case COSArray array -> {
                for (COSBase entry : array) {
                    append(entry, all, path);
                }
            }
            case COSDictionary dictionary -> {
                if (dictionary instanceof COSStream stream) {
                    byte[] bytes = stream.createInputStream().readAllBytes();
                    all.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
                    all.append('\n').append(new String(bytes, StandardCharsets.UTF_16BE));
                }
                for (COSBase entry : dictionary.getValues()) {
                    append(entry, all, path);
                }
            }
            default -> {
                // Numbers, names and references hold no text.
            }
        }
        path.removeLast();
    }

    private static List<String> headings(byte[] pdf) {
        return blocks(pdf).stream()
                .filter(block -> block.role().matches("H[1-6]"))
                .map(block -> block.text().replace('\u00a0', ' ').strip())
                .toList();
    }

    private static void addOutline(PDOutlineItem item, List<String> titles) {
        titles.add(item.getTitle());
        item.children().forEach(child -> addOutline(child, titles));
    }

    /** Per page the text of every marked content by its id. */
    private static Map<COSDictionary, Map<Integer, List<TextPosition>>> marks(PDDocument document) throws IOException {
        Map<COSDictionary, Map<Integer, List<TextPosition>>> pages = new IdentityHashMap<>();
        for (PDPage page : document.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            // It would otherwise drop what it takes for a shadow of the letter before.
            extractor.setSuppressDuplicateOverlappingText(false);
            extractor.processPage(page);
            Map<Integer, List<TextPosition>> marks = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                if (content.getMCID() >= 0) {
                    marks.put(
                            content.getMCID(),
                            content.getContents().stream()
                                    .filter(TextPosition.class::isInstance)
                                    .map(TextPosition.class::cast)
                                    .toList());
                }
            }
            pages.put(page.getCOSObject(), marks);
        }
        return pages;
    }

    private static void walk(
            PDStructureNode node, Map<COSDictionary, Map<Integer, List<TextPosition>>> marks, List<Block> blocks) {
        var text = new LineCollector();
        if (node instanceof PDStructureElement element) {
            collect(element, marks, text);
        }
        if (!text.lines.isEmpty()) {
            blocks.add(new Block(((PDStructureElement) node).getStructureType(), text.lines()));
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement child && !INLINE.contains(child.getStructureType())) {
                walk(child, marks, blocks);
            }
        }
    }

    private static void collect(
            PDStructureElement element,
            Map<COSDictionary, Map<Integer, List<TextPosition>>> marks,
            LineCollector text) {
        for (Object kid : element.getKids()) {
            switch (kid) {
                case Integer id -> text.add(marks, element.getPage(), id);
                case PDMarkedContentReference mark ->
                    text.add(marks, mark.getPage() == null ? element.getPage() : mark.getPage(), mark.getMCID());
                case PDStructureElement child
                when INLINE.contains(child.getStructureType()) -> collect(child, marks, text);
                default -> {
                    // Other elements are blocks of their own; references to annotations hold no text.
                }
            }
        }
    }

    private static final class LineCollector {

        private final List<StringBuilder> lines = new ArrayList<>();
        private @Nullable COSDictionary page;
        private float y;

        void add(Map<COSDictionary, Map<Integer, List<TextPosition>>> marks, PDPage on, int id) {
            for (TextPosition position : marks.get(on.getCOSObject()).get(id)) {
                if (page != on.getCOSObject() || Math.abs(position.getYDirAdj() - y) > 1) {
                    lines.add(new StringBuilder());
                    page = on.getCOSObject();
                    y = position.getYDirAdj();
                }
                lines.getLast().append(position.getUnicode());
            }
        }

        List<String> lines() {
            return lines.stream().map(StringBuilder::toString).toList();
        }
    }

    private interface Reading<T> {
        T read(PDDocument document) throws IOException;
    }

    private static <T> T with(byte[] pdf, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return reading.read(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
