package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.pdf.PdfChecks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on the packaged application, with the memory the launcher gives it. */
class MinutesCommandIT {

    private static final String MINUTES = """
            Setkání skupiny pro seniory

            1. února 2021, 14:00 hod, online

            Program:
            1. Informace od členů

            Přítomni: Nováková, Dvořák

            - Klub Pod Lípou. Běží dál.

            Zapsala: Nováková
            """;

    private record Outcome(int status, String out, String err) {}

    @TempDir
    private Path folder;

    @Test
    void badFilesAreNamedAndTheOthersGoThrough() throws Exception {
        Path good = Files.writeString(folder.resolve("dobrý zápis.txt"), MINUTES);
        Path empty = Files.createFile(folder.resolve("prazdny.txt"));
        Path binary = Files.write(folder.resolve("obrazek.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
        Path huge = folder.resolve("obrovsky.txt");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200_000_000);
        }
        Path bomb = bomb(folder.resolve("bomba.docx"));
        Path truncated = folder.resolve("useknuty.docx");
        Files.write(truncated, java.util.Arrays.copyOf(Files.readAllBytes(bomb), 400));
        Path out = folder.resolve("vystup");

        List<Path> files = List.of(empty, binary, good, huge, bomb, truncated, folder.resolve("neni.txt"));
        Outcome outcome = run(files, "--json", "--out", out.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"source\":\"dobrý zápis.txt\"")
                        .contains("\"date\":\"2021-02-01\"", "\"start\":\"14:00\"", "\"mode\":\"ONLINE\""));
        assertThat(outcome.err().lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).startsWith("Soubor „").endsWith("."));
        assertThat(outcome.err())
                .contains("prazdny.txt", "obrazek.txt", "obrovsky.txt", "bomba.docx", "useknuty.docx", "neni.txt");
        assertThat(out).isDirectoryContaining("glob:**.pdf");
        PdfChecks.assertSound(Files.readAllBytes(out.resolve("dobrý zápis.pdf")));
    }

    @Test
    void wrongCallSaysHow() throws Exception {
        assertThat(run(List.of(), "--json")).satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("Name at least one file", "Usage");
        });
        Path good = Files.writeString(folder.resolve("a.txt"), MINUTES);
        assertThat(run(List.of(good, good), "--pdf", "x.pdf").status()).isEqualTo(1);
    }

    @Test
    void pdfThatCannotBeWrittenLeavesNothing() throws Exception {
        Path good = Files.writeString(folder.resolve("a.txt"), MINUTES);
        Path nowhere = folder.resolve("neni").resolve("a.pdf");
        Outcome outcome = run(List.of(good), "--pdf", nowhere.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("výsledek nelze zapsat");
        assertThat(nowhere.getParent()).doesNotExist();
    }

    private static Path bomb(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            pour(zip, 400_000_000L);
        }
        return file;
    }

    private static void pour(OutputStream out, long bytes) throws IOException {
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) ' ');
        for (long written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }

    private Outcome run(List<Path> files, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                PackagedApplication.extracted().toString(),
                "cz.koplan.imports.MinutesCommand"));
        files.forEach(file -> command.add(file.toString()));
        command.addAll(List.of(options));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("ends in bounded time")
                .isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
