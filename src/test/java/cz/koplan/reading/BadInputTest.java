package cz.koplan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cz.koplan.reading.UnreadableFileException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that cannot be minutes are refused with one clear sentence, and hostile ones cost neither memory nor time. */
class BadInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    record Case(Reason reason, byte[] bytes) {
        @Override
        public String toString() {
            return reason + " " + bytes.length;
        }
    }

    static List<Case> refused() throws Exception {
        byte[] docx = Docx.of("<w:p><w:r><w:t>Zápis</w:t></w:r></w:p>").bytes();
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        return List.of(
                new Case(Reason.EMPTY, new byte[0]),
                new Case(Reason.EMPTY, "\uFEFF \n\t\r\n \u00A0".getBytes(StandardCharsets.UTF_8)),
                new Case(Reason.BINARY, noise),
                new Case(Reason.BINARY, "\u0089PNG\r\n\u001A\n\0\0\0".getBytes(StandardCharsets.ISO_8859_1)),
                new Case(Reason.UNKNOWN_ENCODING, "žluťoučký kůň šel běžet přes říčku".getBytes("ISO-8859-2")),
                new Case(Reason.UNKNOWN_ENCODING, "Größe für Straße çà où ñ å ø".getBytes("ISO-8859-1")),
                new Case(Reason.ENCRYPTED, compound("EncryptedPackage")),
                new Case(Reason.OLD_WORD, compound("WordDocument")),
                new Case(Reason.BINARY, compound("Workbook")),
                new Case(Reason.PDF, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)),
                new Case(Reason.RTF, "{\\rtf1\\ansi Zapis}".getBytes(StandardCharsets.UTF_8)),
                new Case(Reason.DAMAGED, Arrays.copyOf(docx, docx.length - 30)),
                new Case(Reason.DAMAGED, Arrays.copyOf(docx, docx.length / 2)),
                new Case(Reason.DAMAGED, damaged(docx)),
                new Case(Reason.NOT_DOCX, Docx.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text"))),
                new Case(Reason.EMPTY, Docx.of("<w:p/>").bytes()),
                new Case(Reason.DAMAGED, Docx.zip(Map.of("word/document.xml", "<w:document><w:p>"))),
                new Case(
                        Reason.UNSAFE_XML,
                        Docx.zip(Map.of(
                                "word/document.xml",
                                "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>"))),
                new Case(
                        Reason.UNSAFE_XML,
                        Docx.zip(Map.of(
                                "word/document.xml",
                                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a><p><r><t>x</t></r></p></a>"))),
                new Case(Reason.DAMAGED, Docx.zip(Map.of("word/document.xml", "<a>".repeat(5000)))),
                new Case(Reason.ZIP_BOMB, bomb("word/document.xml", 64)),
                new Case(Reason.ZIP_BOMB, bomb("word/media/image1.png", 400)),
                new Case(Reason.ZIP_BOMB, manyEntries()),
                new Case(Reason.TOO_LARGE, new byte[Limits.FILE_BYTES + 1]),
                new Case(Reason.TOO_MUCH_TEXT, "a b\n".repeat(300_000).getBytes(StandardCharsets.UTF_8)),
                new Case(Reason.TOO_MUCH_TEXT, "slovo ".repeat(4_000_000).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithFileAndReason(Case bad) {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            var refusal = catchThrowableOfType(
                    UnreadableFileException.class, () -> new MinutesReader().read("zápis z jara.docx", bad.bytes()));
            assertThat(refusal).isNotNull();
            assertThat(refusal.reason()).isEqualTo(bad.reason());
            assertThat(refusal.getMessage())
                    .startsWith("Soubor „zápis z jara.docx“ nelze přečíst: ")
                    .endsWith(".")
                    .doesNotContain("\n");
        });
    }

    @Test
    void refusesALargeFileBeforeReadingIt(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("velký.txt");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        assertThat(reasonOf(large)).isEqualTo(Reason.TOO_LARGE);
        assertThat(reasonOf(folder)).isEqualTo(Reason.MISSING);
        assertThat(reasonOf(folder.resolve("není.txt"))).isEqualTo(Reason.MISSING);
        Path empty = Files.createFile(folder.resolve("prázdný.txt"));
        assertThat(reasonOf(empty)).isEqualTo(Reason.EMPTY);
    }

    private static Reason reasonOf(Path file) {
        return catchThrowableOfType(UnreadableFileException.class, () -> new MinutesReader().read(file))
                .reason();
    }

    /** Documents of half a million characters in few lines that almost match what the recognisers look for. */
    static List<String> hostileLines() {
        return List.of(
                "a",
                " ",
                "1",
                "1.",
                ".",
                "(",
                "((a",
                "a,",
                "a;",
                ", ",
                ":",
                "a: ",
                " – ",
                "1. 1. ",
                "21. 6. ",
                "14:00 ",
                "Přítomni: ",
                "Přítomni: a, ",
                "Zapsal: ",
                "Úkol: ",
                "Usnesení č. 1",
                "• ",
                "o ",
                "\t",
                "|",
                "| a ",
                "Mgr. ",
                "Ph.D., ",
                "Á",
                "Program: 1. a, ",
                "příští setkání ",
                "Novák ",
                "do 1. 1. ",
                "e\u0301",
                "\uFEFF",
                "pondělí ",
                "online ",
                "v zasedací místnosti ",
                "z. s. ",
                "skupiny ");
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void readsAHostileLineInTime(String pattern) {
        String line = pattern.repeat(200_000 / pattern.length());
        String minutes = "Zápis z jednání skupiny\n1. 2. 2023\nPřítomni: Nová, Malý\nProgram:\n1. Informace členů\n";
        for (String text : List.of(
                minutes + "\n• " + line + "\nÚkol: " + line + "\n\n" + line + "\n",
                "Zápis z jednání " + line + "\n1. 2. 2023\nPřítomni: " + line + "\nZapsal: " + line)) {
            Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
                try {
                    new MinutesReader().read("zápis.txt", text.getBytes(StandardCharsets.UTF_8));
                } catch (UnreadableFileException refused) {
                    assertThat(refused.reason()).isNotNull();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void readsManyHostileLinesInTime(String pattern) {
        String line = pattern.repeat(Math.max(1, 20 / pattern.length())) + "\n";
        String text = "Zápis z jednání skupiny\n1. 2. 2023\nPřítomni: Nová, Malý\nProgram:\n1. Informace členů\n\n"
                + line.repeat(6_000);
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                new MinutesReader().read("zápis.txt", text.getBytes(StandardCharsets.UTF_8));
            } catch (UnreadableFileException refused) {
                assertThat(refused.reason()).isNotNull();
            }
        });
    }

    private static byte[] compound(String stream) throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        bytes.write(new byte[1016]);
        bytes.write(stream.getBytes(StandardCharsets.UTF_16LE));
        bytes.write(new byte[3000]);
        return bytes.toByteArray();
    }

    private static byte[] damaged(byte[] docx) {
        byte[] damaged = docx.clone();
        for (int i = 60; i < 120; i++) {
            damaged[i] ^= 0x5A;
        }
        return damaged;
    }

    private static byte[] bomb(String entry, int megabytes) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] blank = new byte[1024 * 1024];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < megabytes; i++) {
                zip.write(blank);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] manyEntries() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= Limits.ARCHIVE_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        return bytes.toByteArray();
    }
}
