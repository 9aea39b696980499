package cz.koplan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cz.koplan.services.OrpCsv.Line;
import cz.koplan.services.OrpCsv.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrpCsvTest {

    private static Table read(String text) {
        return OrpCsv.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code line column key argument…} of each problem. */
    private static List<String> problems(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.line() + " " + problem.column() + " "
                        + problem.messageKey().replace("orpImport.", "") + " " + problem.arguments())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kód;název\n2101;Benešov\n",
                "\uFEFFKód;Název\r\n2101;Benešov\r\n",
                "code,name\n2101,Benešov",
                "\"KOD\",\"NAZEV\"\n\"2101\",\"Benešov\"\n",
                "\n  \nkod\tnazev\n\n2101\t Benešov \n",
                "poznámka;název ORP;kód ORP\nx;Benešov;2101"
            })
    void separatorsMarksAndNamesOfColumnsAreRecognised(String text) {
        Table table = read(text);
        assertThat(table.problems()).isEmpty();
        assertThat(table.lines())
                .extracting(Line::code, Line::name, Line::region, Line::validity)
                .containsExactly(tuple("2101", "Benešov", Optional.empty(), Optional.empty()));
    }

    @Test
    void theExportOfTheStatisticalOfficeIsUnderstood() {
        Table table = read("""
                "kodjaz","akrcis","kodcis","chodnota","zkrtext","text","admplod","admnepo"
                "CS","CISORP","65","2101","Benešov","Benešov","2003-01-01","9999-09-09"
                "CS","CISORP","65","2102","Beroun","Beroun","1.1.2003","31. 12. 2024"
                """);
        assertThat(table.problems()).isEmpty();
        assertThat(table.lines())
                .extracting(Line::line, Line::code, line -> line.validity().orElseThrow())
                .containsExactly(
                        tuple(2, "2101", new Validity(LocalDate.of(2003, 1, 1), null)),
                        tuple(3, "2102", new Validity(LocalDate.of(2003, 1, 1), LocalDate.of(2024, 12, 31))));
    }

    @Test
    void everyMistakeIsSaidByLineAndColumn() {
        assertThat(problems("""
                        kód;název;platí od;platí do
                        5101;Česká Lípa;;
                        51;Frýdlant;;
                        5103;;;
                        5101;Jablonec;;
                        5104;=HYPERLINK("x");;
                        5105;Liberec;31.2.2020;včera
                        5106;Nový Bor;2020-01-02;2020-01-01
                        5107;Semily
                        5108;<b>Tanvald</b>;;
                        """))
                .containsExactly(
                        "3 kód code [51]",
                        "4 název nameMissing []",
                        "5 kód codeTwice [5101, 2]",
                        "6 název name [=HYPERLINK(\"x\")]",
                        "7 platí od day [31.2.2020]",
                        "7 platí do day [včera]",
                        "8 platí do codeLists.validity.reversed []",
                        "9 null shortLine [4, 2]",
                        "10 název name [<b>Tanvald</b>]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1 null empty []",
                "kód;název|1 null empty []",
                "název;okres|1 null noCode []",
                "kód;okres|1 null noName []",
                "kód;název;kód|1 kód columnTwice []",
            })
    void aTableWithoutRowsOrColumnsIsRefused(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    @Test
    void anotherListIsRefused() {
        assertThat(problems("kodcis,chodnota,text\n100,5101,Liberecký kraj\n"))
                .containsExactly("2 kodcis otherList [100]");
    }

    @Test
    void openQuotesAreSaid() {
        assertThat(problems("kód;název\n5101;Česká Lípa\n5102;\"Frýdlant\n5103;Jablonec\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("null quotes");
        assertThat(problems("kód;název\n5101;\"Česká\" Lípa\n")).containsExactly("2 null quotes []");
    }

    @Test
    void otherEncodingsAndFilesAreRefused() {
        byte[] windows = "kód;název\n5109;Turnov\n5110;Železný Brod\n".getBytes(Charset.forName("windows-1250"));
        byte[] utf16 = "kód;název\n5109;Turnov\n".getBytes(StandardCharsets.UTF_16);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1};
        byte[] zeros = "kód;název\n5109;Tur\0nov\n".getBytes(StandardCharsets.UTF_8);
        for (byte[] content : List.of(windows, utf16, picture, zeros)) {
            assertThat(OrpCsv.read(content).problems())
                    .extracting(OrpProblem::messageKey)
                    .containsExactly("orpImport.encoding");
        }
        assertThat(OrpCsv.read(new byte[CodeListService.MAX_TABLE_BYTES + 1]).problems())
                .extracting(OrpProblem::messageKey)
                .containsExactly("orpImport.tooBig");
    }

    @Test
    void aHopelessFileDoesNotFillTheScreen() {
        String rows = "x;\n".repeat(10_000);
        assertThat(read("kód;název\n" + rows).problems()).hasSize(OrpCsv.MAX_PROBLEMS);
        assertThat(problems("kód;název\n" + "9".repeat(5000) + ";Liberec\n"))
                .containsExactly("2 kód code [" + "9".repeat(40) + "…]");
    }

    @Test
    void noBytesBringItDown() {
        Random random = new Random(5);
        byte[] sound = "kód;název;kraj;platí od\n5101;\"Česká Lípa\";CZ051;1.1.2003\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2000; i++) {
            byte[] mutant = Arrays.copyOf(sound, sound.length);
            for (int j = random.nextInt(6); j >= 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) ";\",\n\rx\0\t\u00e1".charAt(random.nextInt(9));
            }
            Table table = OrpCsv.read(mutant);
            assertThat(table.lines().isEmpty() && table.problems().isEmpty()).isFalse();
        }
    }
}
