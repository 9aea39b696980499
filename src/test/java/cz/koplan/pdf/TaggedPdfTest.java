package cz.koplan.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cz.koplan.shared.text.CzechTypography;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.text.TextBlock;
import cz.koplan.shared.text.TextRun;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class TaggedPdfTest {

    private static final Instant STAMP = Instant.parse("2024-03-15T10:00:00Z");
    private static final String LONG_SENTENCE = "V neděli a o svátcích se s klienty a jejich rodinami scházíme v klubu"
            + " u řeky, kde k večeru i v zimě bývá živo, a z rozhovorů o potřebách vzniká plán. ";

    @Test
    void fiftyPagesOfEverythingAreSound() {
        byte[] pdf = stress().toBytes();

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.pages(pdf)).isBetween(45, 60);
        assertThat(PdfChecks.texts(pdf, "Lbl")).hasSize(600);
        assertThat(PdfChecks.texts(pdf, "TH")).as("the header row counts once").hasSize(3);
    }

    @Test
    void noTextIsLostOrJoined() {
        byte[] pdf = stress().toBytes();

        assertThat(PdfChecks.texts(pdf))
                .containsSubsequence(stressTexts().stream()
                        .map(text -> CzechTypography.nonBreaking(text).strip())
                        .toList());
    }

    @Test
    void eightThreadsShareTheFonts() throws Exception {
        byte[] alone = small().toBytes();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<byte[]>> jobs = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                jobs.add(() -> small().toBytes());
            }
            for (Future<byte[]> result : threads.invokeAll(jobs)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        }
        PdfChecks.assertSound(alone);
    }

    @Test
    void oddCharactersAreShownOrReplaced() {
        String unknown = "\ud83d\ude00 \uf0b7 \ue000 \ud800 \u0378";
        byte[] pdf = document()
                .paragraph(List.of(TextRun.plain("„ěščřžýáíé“ – ½ € ≤ ☐ ₂ \u2011 łąć ґїє")))
                .paragraph(List.of(TextRun.plain("r\u030cepa a s\u030cti\u0301r")))
                .paragraph(List.of(TextRun.plain(unknown)))
                .paragraph(List.of(TextRun.plain("a\tb\u0001c\u00add\u200be\ufefff\u000bg")))
                .toBytes();

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.texts(pdf))
                .containsExactly(
                        "Název",
                        "„ěščřžýáíé“\u00a0– ½ € ≤ ☐ ₂ \u2011 łąć ґїє",
                        "řepa a\u00a0štír",
                        "□ □ □ □ □",
                        "a\u00a0bcdef g");
    }

    @Test
    void everyUnicodeBlockKeepsTheFileSound() {
        TaggedPdf pdf = document();
        for (int block = 0; block < 0x11000; block += 0x800) {
            var text = new StringBuilder();
            for (int c = block; c < block + 0x800; c += 7) {
                text.appendCodePoint(c).append(c % 9 == 0 ? " " : "");
            }
            pdf.paragraph(List.of(TextRun.plain(text.toString())));
        }
        byte[] bytes = pdf.toBytes();

        assertThat(PdfChecks.violations(bytes, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(PdfChecks.violations(bytes, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(PdfChecks.textOutsideMargins(bytes)).isEmpty();
    }

    @Test
    void longWordsAreBrokenWithinTheMargins() {
        String address = "https://www.example.org/" + "velmi-dlouha-cesta/".repeat(12);
        byte[] pdf = document()
                .blocks(Markdown.blocks("Odkaz [" + address + "](" + address + ") a slovo " + "x".repeat(400)))
                .blocks(Markdown.blocks("- ".repeat(15) + "hluboko " + "y".repeat(200)))
                .blocks(Markdown.blocks("| a | b |\n|---|---|\n| " + "z".repeat(300) + " | 1 |"))
                .toBytes();

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.texts(pdf)).contains("Odkaz " + address + " a\u00a0slovo " + "x".repeat(400));
    }

    @Test
    void aHeadingIsNeverLastOnAPage() {
        for (int lines = 30; lines < 60; lines++) {
            TaggedPdf pdf = document();
            for (int i = 0; i < lines; i++) {
                pdf.paragraph(List.of(TextRun.plain("Řádek")));
            }
            byte[] bytes = pdf.heading(2, "Oddíl")
                    .heading(3, "Pododdíl")
                    .paragraph(List.of(TextRun.plain("Závěr")))
                    .toBytes();
            for (int page = 1; page <= PdfChecks.pages(bytes); page++) {
                assertThat(PdfChecks.pageText(bytes, page).strip().replaceFirst("\\s*Strana.*", ""))
                        .doesNotEndWith("díl");
            }
        }
    }

    @Test
    void noLineOfAParagraphStandsAlone() {
        for (int before = 20; before < 45; before++) {
            TaggedPdf pdf = document();
            for (int i = 0; i < before; i++) {
                pdf.paragraph(List.of(TextRun.plain("Řádek")));
            }
            byte[] bytes = pdf.paragraph(List.of(TextRun.plain(LONG_SENTENCE.repeat(4))))
                    .toBytes();
            if (PdfChecks.pages(bytes) == 2) {
                long below = linesOf(LONG_SENTENCE, bytes, 2);
                long above = linesOf(LONG_SENTENCE, bytes, 1);
                assertThat(below).isNotEqualTo(1);
                assertThat(above).isNotEqualTo(1);
            }
        }
    }

    @Test
    void pagesAreNumberedAndLaterOnesHeaded() {
        byte[] pdf = stress().toBytes();
        int pages = PdfChecks.pages(pdf);

        assertThat(PdfChecks.pageText(pdf, 1)).contains("Strana 1 z " + pages).doesNotContain("Skupina Záhlaví");
        assertThat(PdfChecks.pageText(pdf, 7)).contains("Strana 7 z " + pages, "Skupina Záhlaví", "15. března 2024");
        assertThat(PdfChecks.texts(pdf)).noneMatch(text -> text.contains("Strana 7"));
    }

    @Test
    void theHeaderRowIsRepeatedOnEveryPage() {
        StringBuilder table = new StringBuilder("| Záhlavní buňka | b |\n|---|---|\n");
        IntStream.range(0, 90).forEach(i -> table.append("| řádek ").append(i).append(" | x |\n"));
        byte[] pdf = document().blocks(Markdown.blocks(table.toString())).toBytes();

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.pages(pdf)).isGreaterThan(2);
        for (int page = 1; page <= PdfChecks.pages(pdf); page++) {
            assertThat(PdfChecks.pageText(pdf, page)).contains("Záhlavní buňka");
        }
    }

    @Test
    void rowsToBeFilledInByHandKeepTheirHeight() {
        List<List<List<TextBlock>>> rows = IntStream.range(0, 40)
                .mapToObj(i -> List.<List<TextBlock>>of(List.of(), List.of()))
                .toList();
        byte[] low = document()
                .table(List.of("Jméno", "Podpis"), List.of(1f, 1f), rows)
                .toBytes();
        byte[] high = document()
                .table(List.of("Jméno", "Podpis"), List.of(1f, 1f), rows, 60)
                .toBytes();

        PdfChecks.assertSound(high);
        assertThat(PdfChecks.pages(low)).isEqualTo(2);
        assertThat(PdfChecks.pages(high)).as("eleven rows fit on a page").isEqualTo(4);
    }

    @Test
    void aLogoIsAFigureOrAnArtifact() throws IOException {
        byte[] described = new TaggedPdf(info())
                .logo(Logo.of(picture("png"), "Znak města"))
                .heading(1, "Název")
                .toBytes();
        byte[] decoration = new TaggedPdf(info())
                .logo(Logo.of(picture("jpg"), " "))
                .heading(1, "Název")
                .toBytes();

        PdfChecks.assertSound(described);
        PdfChecks.assertSound(decoration);
        assertThat(PdfChecks.everything(described)).contains("Znak města");
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.of(new byte[] {1, 2, 3}, null));
    }

    @Test
    void aSkippedHeadingLevelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> document().heading(3, "Příliš hluboko"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaggedPdf(info()).heading(2, "První"));
        assertThatIllegalArgumentException().isThrownBy(() -> document().heading(2, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentInfo(" \n", "", "", "", STAMP));
    }

    @Test
    void theValidatorSeesASkippedHeadingLevel() {
        Tag root = Tag.document();
        PageFlow flow = new PageFlow();
        flow.paragraph(LineBreaker.lines(List.of(TextRun.plain("a")), root.child("H1"), TextStyle.BODY, 71, 300));
        flow.paragraph(LineBreaker.lines(List.of(TextRun.plain("b")), root.child("H3"), TextStyle.BODY, 71, 300));
        byte[] pdf = PdfPainter.paint(info(), root, flow.pages);

        assertThat(PdfChecks.violations(pdf, PDFAFlavour.PDFUA_1)).anyMatch(rule -> rule.startsWith("7.4.2-1"));
    }

    @Test
    void theValidatorSeesUntaggedContent() {
        var out = new ByteArrayOutputStream();
        var document = new Document();
        PdfWriter.getInstance(document, out);
        document.open();
        document.add(new Paragraph("Text"));
        document.close();

        assertThat(PdfChecks.violations(out.toByteArray(), PDFAFlavour.PDFUA_1))
                .anyMatch(rule -> rule.startsWith("7.1-3"));
        assertThat(PdfChecks.violations(out.toByteArray(), PDFAFlavour.PDFA_2_A))
                .isNotEmpty();
    }

    @Test
    void theChecksSeeALonelyLetterAndTextOutOfThePage() {
        Tag paragraph = Tag.document();
        PageFlow flow = new PageFlow();
        Tag p = paragraph.child("P");
        flow.place(new Line(0, TextStyle.BODY, List.of(new Line.Piece("dům v ", Face.REGULAR, 71, 40, p, null))));
        flow.place(new Line(0, TextStyle.BODY, List.of(new Line.Piece("lese", Face.REGULAR, 590, 40, p, null))));
        byte[] pdf = PdfPainter.paint(info(), paragraph, flow.pages);

        assertThat(PdfChecks.lonelyLetters(pdf)).containsExactly("dům v ");
        assertThat(PdfChecks.textOutsideMargins(pdf)).isNotEmpty();
    }

    @Test
    void emptyPartsLeaveNoTrace() {
        byte[] pdf = document()
                .paragraph(List.of())
                .blocks(Markdown.blocks(" \n\n"))
                .labelled(List.of())
                .signatures(List.of())
                .toBytes();

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.texts(pdf)).containsExactly("Název");
    }

    @Test
    void emptyCellsItemsAndLonelyLinksAreSound() {
        byte[] pdf = document()
                .blocks(Markdown.blocks(
                        "| | |\n|---|---|\n| [a](https://a.example) | |\n| text a [b](https://b.example) | |"))
                .blocks(Markdown.blocks("-\n- [c](mailto:c@c.example)\n- 1. d\n-   | e |\n    |---|\n    | f |"))
                .blocks(Markdown.blocks("[**tučně** a *kurzívou*](https://d.example)\n\nřádek\\\nzlom"))
                .toBytes();

        PdfChecks.assertSound(pdf);
        assertThat(PdfChecks.texts(pdf)).contains("a", "text a\u00a0b", "tučně a\u00a0kurzívou", "řádek zlom", "f");
    }

    @Test
    void textWithoutAnyVisibleCharacterIsNoText() {
        byte[] pdf = document()
                .fact("\u200b")
                .paragraph(List.of(TextRun.plain("\u0001")))
                .toBytes();

        assertThat(PdfChecks.texts(pdf)).containsExactly("Název");
        assertThatIllegalArgumentException().isThrownBy(() -> document().heading(2, "\u200b"));
    }

    private static long linesOf(String sentence, byte[] pdf, int page) {
        return PdfChecks.pageText(pdf, page)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Řádek") && !line.startsWith("Strana"))
                .filter(line -> !line.startsWith("Název") && !line.startsWith("Skupina"))
                .count();
    }

    private static TaggedPdf small() {
        return document()
                .heading(2, "Oddíl")
                .blocks(Markdown.blocks(
                        "Text **tučně** a *kurzívou* ☐ v [odkazu](https://a.example).\n\n1. a\n2. b\n   - c"));
    }

    /** Forty sections with fifteen list items each, and a table one row of which is taller than a page. */
    private static TaggedPdf stress() {
        TaggedPdf pdf = document();
        for (int section = 1; section <= 40; section++) {
            pdf.heading(2, sectionTitle(section)).paragraph(List.of(TextRun.plain(sectionText(section))));
            pdf.blocks(Markdown.blocks(IntStream.rangeClosed(1, 15)
                    .mapToObj(item -> "- " + itemText(item))
                    .collect(Collectors.joining("\n"))));
            if (section == 20) {
                pdf.heading(3, "Tabulka").blocks(Markdown.blocks(table()));
            }
            if (section == 30) {
                pdf.blocks(Markdown.blocks("Odkaz s [velmi dlouhým popisem, který se nevejde na jeden řádek a proto"
                        + " pokračuje i na řádku dalším](https://a.example/b) a text."));
            }
        }
        return pdf;
    }

    private static List<String> stressTexts() {
        List<String> texts = new ArrayList<>();
        for (int section = 1; section <= 40; section++) {
            texts.add(sectionTitle(section));
            texts.add(sectionText(section));
            for (int item = 1; item <= 15; item++) {
                texts.add(itemText(item));
            }
            if (section == 20) {
                texts.add("Tabulka");
                texts.add("Buňka č. 29");
                texts.add(LONG_SENTENCE.repeat(45));
                texts.add("Buňka č. 31");
            }
            if (section == 30) {
                texts.add("Odkaz s velmi dlouhým popisem, který se nevejde na jeden řádek a proto"
                        + " pokračuje i na řádku dalším a text.");
            }
        }
        return texts;
    }

    private static String sectionTitle(int section) {
        return section + ". Oddíl o službách a jejich síti";
    }

    private static String sectionText(int section) {
        return LONG_SENTENCE.repeat(1 + section % 12).strip();
    }

    private static String itemText(int item) {
        return item + "x " + LONG_SENTENCE.repeat(item % 3).strip() + " konec";
    }

    private static String table() {
        var table = new StringBuilder("| Úkol | Odpovídá | Termín |\n|---|---|---|\n");
        for (int row = 1; row <= 61; row++) {
            table.append("| ").append(row == 30 ? LONG_SENTENCE.repeat(45) : "Buňka č. " + row);
            table.append(row % 7 == 0 ? " |  | |\n" : " | Spolek U Řeky | 1. 5. 2024 |\n");
        }
        return table.toString();
    }

    private static TaggedPdf document() {
        return new TaggedPdf(info()).heading(1, "Název");
    }

    private static DocumentInfo info() {
        return new DocumentInfo("Zápis <č. 1> & další", "Město", "Skupina Záhlaví", "15. března 2024", STAMP);
    }

    private static byte[] picture(String format) throws IOException {
        int type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(300, 90, type);
        image.createGraphics().fillOval(0, 0, 90, 90);
        image.setRGB(5, 5, Color.RED.getRGB());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
