package cz.koplan.pdf;

import cz.koplan.pdf.Line.Piece;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/** Writes finished pages and their structure tree as one file. */
final class PdfPainter {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    /** Names of roles and attributes, few and immutable; encoding them anew for each element costs time. */
    private static final Map<String, PdfName> NAMES = new ConcurrentHashMap<>();

    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final PdfName ALT = new PdfName("Alt");
    private static final PdfName BBOX = new PdfName("BBox");
    private static final float HEADER_BASELINE = Page.HEIGHT - 42;
    private static final float FOOTER_BASELINE = 40;

    /** Width kept for the text on the right of header and footer. */
    private static final float RIGHT_PART = 110;

    private final DocumentInfo info;
    private final Document document = new Document(new Rectangle(Page.WIDTH, Page.HEIGHT));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    private final PdfWriter writer = PdfWriter.getInstance(document, out);
    private final Map<Tag, PdfStructureElement> elements = new IdentityHashMap<>();
    private final List<PdfOutline> outline = new ArrayList<>();

    /** Drawn when the text of the page is complete, because a rule would interrupt it. */
    private final List<Page.Rule> underlines = new ArrayList<>();

    // What is open on the page at the moment.
    private @Nullable Tag openTag;
    private boolean openArtifact;
    private @Nullable Face face;
    private float size;
    private @Nullable Color color;

    private PdfPainter(DocumentInfo info) {
        this.info = info;
    }

    static byte[] paint(DocumentInfo info, Tag root, List<Page> pages) {
        var painter = new PdfPainter(info);
        try {
            painter.open();
            painter.elements.put(root, new PdfStructureElement(painter.writer.getStructureTreeRoot(), name(root.role)));
            painter.addChildren(root);
            painter.outline.add(painter.writer.getRootOutline());
            for (int i = 0; i < pages.size(); i++) {
                painter.page(pages.get(i), i + 1, pages.size());
            }
            painter.document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FileId.derivedFromContent(painter.out.toByteArray());
    }

    private void open() throws IOException {
        writer.setPDFXConformance(PdfWriter.PDFA2A);
        writer.setFullCompression();
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.setTabs(PdfName.S);
        document.addTitle(info.title());
        if (!info.author().isEmpty()) {
            document.addAuthor(info.author());
        }
        document.addCreator("Koplán");
        document.open();
        // The file holds whole seconds, in the table of the file and in the XMP alike.
        ZonedDateTime stamp = info.stamp().atZone(ZONE).truncatedTo(ChronoUnit.SECONDS);
        PdfDate date = new PdfDate(GregorianCalendar.from(stamp));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("cs-CZ"));
        writer.setOutputIntents(
                "", "", "http://www.color.org", "sRGB IEC61966-2.1", ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        writer.setXmpMetadata(Xmp.of(info, stamp.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
    }

    private void addChildren(Tag parent) {
        for (Tag tag : parent.children) {
            PdfStructureElement element = new PdfStructureElement(element(parent), name(tag.role));
            elements.put(tag, element);
            Tag.Attribute attribute = tag.attribute;
            if (attribute != null) {
                PdfDictionary dictionary = new PdfDictionary();
                dictionary.put(PdfName.O, name(attribute.owner()));
                dictionary.put(name(attribute.name()), name(attribute.value()));
                element.put(PdfName.A, dictionary);
            }
            if (tag.alternativeText != null) {
                element.put(ALT, new PdfString(tag.alternativeText, PdfObject.TEXT_UNICODE));
            }
            addChildren(tag);
        }
    }

    private void page(Page page, int number, int count) {
        if (number > 1) {
            document.newPage();
        }
        writer.setPageEmpty(false);
        face = null;
        color = null;
        page.bookmarks.forEach(this::bookmark);
        if (number > 1) {
            small(info.headerLeft(), HEADER_BASELINE, "Header", false);
            small(info.headerRight(), HEADER_BASELINE, "Header", true);
        }
        for (Page.Mark mark : page.marks) {
            switch (mark) {
                case Page.Text(Line line, float baseline) -> line(line, baseline);
                case Page.Rule rule -> rule(rule);
                case Page.Picture picture -> picture(picture);
            }
        }
        underlines.forEach(this::rule);
        underlines.clear();
        closeMark();
        small("Strana " + number + " z " + count, FOOTER_BASELINE, "Footer", true);
    }

    private void line(Line line, float baseline) {
        for (Piece piece : line.pieces()) {
            openMark(piece.tag());
            Color ink = piece.link() == null ? line.style().color() : TextStyle.ACCENT;
            show(piece.text(), piece.face(), line.style().size(), ink, piece.x(), baseline);
            Tag tag = piece.tag();
            String link = piece.link();
            if (tag != null && link != null) {
                link(piece, link, tag, line.style(), baseline);
                underlines.add(new Page.Rule(piece.x(), baseline - 1.8f, piece.width(), 0.5f, TextStyle.ACCENT));
            }
        }
    }

    private void show(String text, Face wanted, float wantedSize, Color ink, float x, float baseline) {
        PdfContentByte canvas = writer.getDirectContent();
        if (face != wanted || size != wantedSize) {
            canvas.setFontAndSize(wanted.font(), wantedSize);
            face = wanted;
            size = wantedSize;
        }
        if (!ink.equals(color)) {
            canvas.setColorFill(ink);
            color = ink;
        }
        canvas.setTextMatrix(x, baseline);
        canvas.showText(text);
    }

    /** Neighbouring lines of one element share one marked sequence. */
    private void openMark(@Nullable Tag tag) {
        if (tag == null ? openArtifact : tag == openTag) {
            return;
        }
        closeMark();
        PdfContentByte canvas = writer.getDirectContent();
        if (tag == null) {
            beginArtifact("Layout", null);
            openArtifact = true;
        } else {
            canvas.beginMarkedContentSequence(element(tag));
            openTag = tag;
        }
        canvas.beginText();
    }

    private void closeMark() {
        if (openTag != null || openArtifact) {
            PdfContentByte canvas = writer.getDirectContent();
            canvas.endText();
            canvas.endMarkedContentSequence();
            openTag = null;
            openArtifact = false;
        }
    }

    private void beginArtifact(String type, @Nullable String subtype) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.TYPE, name(type));
        if (subtype != null) {
            properties.put(PdfName.SUBTYPE, name(subtype));
        }
        writer.getDirectContent().beginMarkedContentSequence(ARTIFACT, properties, true);
    }

    private void small(String text, float baseline, String subtype, boolean right) {
        if (text.isEmpty()) {
            return;
        }
        float from = right ? Page.RIGHT - RIGHT_PART : Page.LEFT;
        float to = right ? Page.RIGHT : Page.RIGHT - RIGHT_PART - 12;
        Line line = LineBreaker.artifact(text, TextStyle.SMALL, from, to, right);
        beginArtifact("Pagination", subtype);
        writer.getDirectContent().beginText();
        for (Piece piece : line.pieces()) {
            show(piece.text(), piece.face(), line.style().size(), line.style().color(), piece.x(), baseline);
        }
        writer.getDirectContent().endText();
        writer.getDirectContent().endMarkedContentSequence();
    }

    private void rule(Page.Rule rule) {
        closeMark();
        PdfContentByte canvas = writer.getDirectContent();
        beginArtifact("Layout", null);
        canvas.setColorFill(rule.color());
        color = rule.color();
        canvas.rectangle(rule.x(), rule.y(), rule.width(), rule.height());
        canvas.fill();
        canvas.endMarkedContentSequence();
    }

    private void picture(Page.Picture picture) {
        closeMark();
        PdfContentByte canvas = writer.getDirectContent();
        if (picture.tag() == null) {
            beginArtifact("Layout", null);
        } else {
            PdfStructureElement figure = element(picture.tag());
            PdfDictionary box = new PdfDictionary();
            box.put(PdfName.O, name("Layout"));
            box.put(BBOX, new PdfArray(new float[] {
                picture.x(), picture.y(), picture.x() + picture.width(), picture.y() + picture.height()
            }));
            figure.put(PdfName.A, box);
            canvas.beginMarkedContentSequence(figure);
        }
        try {
            Image image = Image.getInstance(picture.logo().png);
            canvas.addImage(image, picture.width(), 0, 0, picture.height(), picture.x(), picture.y());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        canvas.endMarkedContentSequence();
    }

    /** OpenPDF cannot tie an annotation to the structure tree; this appends the reference to the element itself. */
    private void link(Piece piece, String address, Tag tag, TextStyle style, float baseline) {
        PdfStructureElement element = element(tag);
        float bottom = baseline - style.size() * 0.22f;
        float top = baseline + style.size() * 0.9f;
        PdfAnnotation annotation =
                new PdfAnnotation(writer, piece.x(), bottom, piece.x() + piece.width(), top, new PdfAction(address));
        annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
        annotation.put(PdfName.BORDER, new PdfBorderArray(0, 0, 0));
        annotation.put(PdfName.CONTENTS, new PdfString(address));
        int key = writer.getStructureTreeRoot().addExistingObject(element.getReference());
        annotation.put(PdfName.STRUCTPARENT, new PdfNumber(key));
        writer.addAnnotation(annotation);

        PdfDictionary reference = new PdfDictionary(PdfName.OBJR);
        reference.put(PdfName.OBJ, annotation.getIndirectReference());
        reference.put(PdfName.PG, writer.getCurrentPage());
        if (element.get(PdfName.K) instanceof PdfArray content) {
            content.add(reference);
        } else {
            PdfArray content = new PdfArray(element.get(PdfName.K));
            content.add(reference);
            element.put(PdfName.K, content);
        }
    }

    private void bookmark(Page.Bookmark bookmark) {
        // The outline holds the path from the root to the latest bookmark.
        while (outline.size() > bookmark.level()) {
            outline.removeLast();
        }
        var destination = new PdfDestination(PdfDestination.XYZ, 0, bookmark.top(), 0);
        outline.add(new PdfOutline(outline.getLast(), destination, bookmark.text()));
    }

    private PdfStructureElement element(Tag tag) {
        return Objects.requireNonNull(elements.get(tag));
    }

    private static PdfName name(String name) {
        return NAMES.computeIfAbsent(name, PdfName::new);
    }
}
