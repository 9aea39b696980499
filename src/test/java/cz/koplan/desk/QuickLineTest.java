package cz.koplan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.desk.QuickLine.Kind;
import cz.koplan.desk.QuickLine.Reason;
import cz.koplan.desk.QuickNames.Name;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickLineTest {

    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 9, 21);

    private static final QuickNames NAMES = new QuickNames(List.of(
            organisation(1, "OCHL", "Oblastní charita Louny"),
            organisation(2, "ČvT", "Člověk v tísni, o.p.s."),
            organisation(2, "Člověk v tísni", "Člověk v tísni, o.p.s."),
            organisation(3, "ASZ", "Agentura pro sociální začleňování"),
            organisation(4, "Charita", "Charita Most"),
            organisation(5, "Charita", "Charita Teplice"),
            organisation(6, "Návrat", "Návrat"),
            person(7, "Nováková", "Jana Nováková"),
            person(8, "Dvořák", "Petr Dvořák"),
            person(9, "Dvořák", "Karel Dvořák")));

    private static Name organisation(long id, String label, String displayName) {
        return new Name(QuickNames.Kind.ORGANISATION, id, label, displayName);
    }

    private static Name person(long id, String label, String displayName) {
        return new Name(QuickNames.Kind.PERSON, id, label, displayName);
    }

    private static QuickLine parse(String typed) {
        return QuickLine.parse(typed, DAY, NAMES);
    }

    private static String owner(QuickLine line) {
        return line.owner().map(Name::displayName).orElse("");
    }

    private static String due(QuickLine line) {
        return line.due().map(LocalDate::toString).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Otevřeli jsme nový byt.         | INFORMATION | Otevřeli jsme nový byt.
            !doplnit ceník                  | TASK        | doplnit ceník
            ! doplnit ceník                 | TASK        | doplnit ceník
            doplnit ceník !                 | TASK        | doplnit ceník
            doplnit ! ceník                 | TASK        | doplnit ceník
            !úkol doplnit ceník             | TASK        | doplnit ceník
            !UKOL: doplnit ceník            | TASK        | doplnit ceník
            doplnit ceník !todo             | TASK        | doplnit ceník
            !task force                     | TASK        | force
            !úkolovník                      | TASK        | úkolovník
            !doplnit !rychle                | TASK        | doplnit rychle
            #rozhodnutí sejít se v říjnu    | DECISION    | sejít se v říjnu
            #ROZHODNUTI sejít se v říjnu    | DECISION    | sejít se v říjnu
            #decision – sejít se            | DECISION    | sejít se
            #r -5 % proti plánu             | DECISION    | -5 % proti plánu
            sejít se v říjnu #r             | DECISION    | sejít se v říjnu
            #usnesení Skupina schvaluje     | RESOLUTION  | Skupina schvaluje
            #resolution Skupina schvaluje   | RESOLUTION  | Skupina schvaluje
            #u Skupina schvaluje            | RESOLUTION  | Skupina schvaluje
            #info beze změny                | INFORMATION | beze změny
            #i beze změny                   | INFORMATION | beze změny
            #information beze změny         | INFORMATION | beze změny
            #informace beze změny           | INFORMATION | beze změny
            Pozor! Neplatí                  | INFORMATION | Pozor! Neplatí
            Pozor!                          | INFORMATION | Pozor!
            Pozor!!! Neplatí                | INFORMATION | Pozor!!! Neplatí
            !!! Neplatí                     | INFORMATION | !!! Neplatí
            viz #rodina a #1                | INFORMATION | viz #rodina a #1
            C#r je jazyk                    | INFORMATION | C#r je jazyk
            #r-2 je značka                  | INFORMATION | #r-2 je značka
            pište na a@b.cz                 | INFORMATION | pište na a@b.cz
            8 @ 50 Kč                       | INFORMATION | 8 @ 50 Kč
            věk > 5 let                     | INFORMATION | věk > 5 let
            > 5 osob                        | INFORMATION | > 5 osob
            > dnes je dnes                  | INFORMATION | > dnes je dnes
            \\!doplnit                      | INFORMATION | !doplnit
            \\@OCHL \\#r \\>30.9. \\!       | INFORMATION | @OCHL #r >30.9. !
            \\\\!doplnit                    | INFORMATION | \\!doplnit
            C:\\!tmp \\n                    | INFORMATION | C:\\!tmp \\n
            """)
    void kinds(String typed, Kind kind, String text) {
        QuickLine line = parse(typed);

        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.text()).isEqualTo(text);
        assertThat(line.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !doplnit ceník @OCHL              | Oblastní charita Louny            | doplnit ceník
            !@ochl doplnit ceník              | Oblastní charita Louny            | doplnit ceník
            ! @ochl: doplnit ceník            | Oblastní charita Louny            | doplnit ceník
            @ČvT, doplnit ceník !             | Člověk v tísni, o.p.s.            | doplnit ceník
            !doplnit @cvt, ceník              | Člověk v tísni, o.p.s.            | doplnit, ceník
            !doplnit ceník @Člověk v tísni, o.p.s. | Člověk v tísni, o.p.s.       | doplnit ceník
            !doplnit ceník @clovek v tisni.   | Člověk v tísni, o.p.s.            | doplnit ceník.
            !doplnit ceník – @Charita Most    | Charita Most                      | doplnit ceník
            !zavolat @novakova                | Jana Nováková                     | zavolat
            !zavolat @Jana Nováková zítra     | Jana Nováková                     | zavolat zítra
            !@ASZ zavolat @Nováková a @OCHL   | Agentura pro sociální začleňování | zavolat Jana Nováková a Oblastní charita Louny
            @OCHL otevřela byt                |                                   | Oblastní charita Louny otevřela byt
            #r pověřit @asz.                  |                                   | pověřit Agentura pro sociální začleňování.
            !psát na info@asz                 |                                   | psát na info@asz
            """)
    void names(String typed, String owner, String text) {
        QuickLine line = parse(typed);

        assertThat(owner(line)).isEqualTo(owner == null ? "" : owner);
        assertThat(line.text()).isEqualTo(text);
        assertThat(line.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >30.9.           | 2026-09-30
            >30. 9.          | 2026-09-30
            > 30. 9.         | 2026-09-30
            >21.9.           | 2026-09-21
            >20.9.           | 2027-09-20
            >1.1.            | 2027-01-01
            >30.9.2026       | 2026-09-30
            >30. 9. 2027     | 2027-09-30
            >28.2.2028       | 2028-02-28
            >29.2.2028       | 2028-02-29
            >30. září        | 2026-09-30
            >30. zari        | 2026-09-30
            >1. ŘÍJNA        | 2026-10-01
            >1. březen 2027  | 2027-03-01
            >30.září 2027    | 2027-09-30
            >2026-09-30      | 2026-09-30
            >dnes            | 2026-09-21
            >today           | 2026-09-21
            >zítra           | 2026-09-22
            >ZITRA           | 2026-09-22
            >tomorrow        | 2026-09-22
            >pondělí         | 2026-09-28
            >úterý           | 2026-09-22
            >středu          | 2026-09-23
            >streda          | 2026-09-23
            >čtvrtek         | 2026-09-24
            >pátek           | 2026-09-25
            >patek           | 2026-09-25
            >pátku           | 2026-09-25
            >sobotu          | 2026-09-26
            >neděli          | 2026-09-27
            >Monday          | 2026-09-28
            >friday          | 2026-09-25
            >+0              | 2026-09-21
            >+14             | 2026-10-05
            >+14d            | 2026-10-05
            >+2t             | 2026-10-05
            >+2W             | 2026-10-05
            >+999            | 2029-06-16
            """)
    void dueDates(String typed, LocalDate due) {
        for (String line :
                List.of("!doplnit " + typed + " ceník", "! " + typed + ": doplnit ceník", typed + " doplnit ceník !")) {
            assertThat(parse(line).due()).as(line).contains(due);
            assertThat(parse(line).text()).as(line).isEqualTo("doplnit ceník");
            assertThat(parse(line).problems()).isEmpty();
        }
        assertThat(parse("!doplnit ceník " + typed).due()).contains(due);
        assertThat(parse("!doplnit ceník (do konce) " + typed + ", poslat").text())
                .isEqualTo("doplnit ceník (do konce), poslat");
    }

    @Test
    void dayWithoutAYearIsTheNextOneFromTheMeeting() {
        assertThat(QuickLine.parse("!x >29.2.", LocalDate.of(2027, 6, 1), NAMES).due())
                .contains(LocalDate.of(2028, 2, 29));
        assertThat(QuickLine.parse("!x >29.2.", LocalDate.of(2028, 2, 29), NAMES)
                        .due())
                .contains(LocalDate.of(2028, 2, 29));
        assertThat(QuickLine.parse("!x >31.12.", LocalDate.of(2026, 12, 31), NAMES)
                        .due())
                .contains(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 5 osob",
                ">5",
                ">=5",
                "> 3.5 milionu",
                ">3.5.1",
                ">30.9",
                ">5. schůze",
                ">příští",
                "> zítra",
                ">+",
                ">+1000",
                ">+2x",
                ">2026-09",
                ">30.9.20266",
                "a>30.9.",
                ">",
                ">>"
            })
    void otherThingsBehindGreaterThanAreText(String text) {
        QuickLine line = parse("!doplnit " + text);

        assertThat(due(line)).isEmpty();
        assertThat(line.text()).isEqualTo("doplnit " + text);
        assertThat(line.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !zavolat @Dvořák             | AMBIGUOUS_NAME   | @Dvořák    | zavolat @Dvořák
            !zavolat @Dvořák a @OCHL     | AMBIGUOUS_NAME   | @Dvořák    | zavolat @Dvořák a Oblastní charita Louny
            @charita má místo            | AMBIGUOUS_NAME   | @charita   | @charita má místo
            !zavolat @Návratu            | UNKNOWN_NAME     | @Návratu   | zavolat @Návratu
            !zavolat @Návrat-Plus        | UNKNOWN_NAME     | @Návrat-Plus | zavolat @Návrat-Plus
            !psát @ochl.cz               | UNKNOWN_NAME     | @ochl      | psát @ochl.cz
            !doplnit >31.2.              | NO_SUCH_DAY      | >31.2.     | doplnit >31.2.
            !doplnit >31. září           | NO_SUCH_DAY      | >31. září  | doplnit >31. září
            !doplnit >29.2.              | NO_SUCH_DAY      | >29.2.     | doplnit >29.2.
            !doplnit >2026-13-01         | NO_SUCH_DAY      | >2026-13-01 | doplnit >2026-13-01
            !doplnit >0.1.               | NO_SUCH_DAY      | >0.1.      | doplnit >0.1.
            !x #rozhodnutí               | SECOND_KIND      | #rozhodnutí | x #rozhodnutí
            #r schválit !rychle          | SECOND_KIND      | !          | schválit !rychle
            !doplnit >30.9. ceník >1.10. | SECOND_DUE       | >1.10.     | doplnit ceník >1.10.
            otevřeno >30.9.              | DUE_WITHOUT_TASK | >30.9.     | otevřeno >30.9.
            """)
    void problemsStayInTheText(String typed, Reason reason, String part, String text) {
        QuickLine line = parse(typed);

        assertThat(line.problems()).extracting(QuickLine.Problem::reason).containsExactly(reason);
        assertThat(line.problems()).extracting(QuickLine.Problem::typed).containsExactly(part);
        assertThat(line.text()).isEqualTo(text);
        assertThat(line.owner()).isEmpty();
    }

    @Test
    void ambiguousNameHasCandidates() {
        assertThat(parse("!zavolat @dvorak").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.candidates()).extracting(Name::id).containsExactly(8L, 9L);
            assertThat(problem.arguments()).containsExactly("@dvorak", "Petr Dvořák, Karel Dvořák");
        });
        assertThat(parse("!zavolat @Karel Dvořák").owner()).map(Name::id).contains(9L);
    }

    @Test
    void noNamesNoOwner() {
        assertThat(QuickLine.parse("!doplnit @OCHL", DAY, QuickNames.NONE).text())
                .isEqualTo("doplnit @OCHL");
        assertThat(new QuickNames(List.of(organisation(1, " ", ""))).longest()).isZero();
    }

    @Test
    void onlyMarks() {
        assertThat(parse("!@OCHL >30.9.")).satisfies(line -> {
            assertThat(line.text()).isEmpty();
            assertThat(owner(line)).isEqualTo("Oblastní charita Louny");
            assertThat(due(line)).isEqualTo("2026-09-30");
        });
        assertThat(parse("")).isEqualTo(parse(" \t\n"));
        assertThat(parse("").text()).isEmpty();
    }

    @Test
    void cleansTheLine() {
        assertThat(parse("!doplnit\u0000\u202E\n ceník\u00A0@OCHL\u2066").text())
                .isEqualTo("doplnit ceník");
        assertThat(parse("!zavolat @Nova\u0301kova\u0301 hned").text()).isEqualTo("zavolat hned");
    }

    @Test
    void boundsTheLength() {
        assertThat(parse("a".repeat(QuickLine.LONGEST)).text()).hasSize(QuickLine.LONGEST);
        assertThatThrownBy(() -> parse("a".repeat(QuickLine.LONGEST + 1))).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@OCHL ", "@ ", "@x ", "! ", "!x ", ">30.9. ", ">1. ", "#r ", "\\", "\\!", "@", "- ", "@Č"})
    void longLinesAreReadAtOnce(String piece) {
        String typed = "!x " + piece.repeat((QuickLine.LONGEST - 3) / piece.length());
        assertThat(Assertions.assertTimeout(Duration.ofSeconds(5), () -> parse(typed))
                        .kind())
                .isEqualTo(Kind.TASK);
    }

    private static final List<String> PIECES = List.of(
            "@OCHL",
            "@ochl",
            "@Člověk v tísni",
            "@Dvořák",
            "@nikdo",
            "!",
            "!úkol",
            "!doplnit",
            "#r",
            "#usnesení",
            "#tag",
            ">30.9.",
            ">31.2.",
            ">pátek",
            ">+14",
            "> 5",
            "\\@x",
            "\\",
            "\\\\#r",
            "a@b.cz",
            "Pozor!",
            "ceník",
            "žluťoučký",
            "–",
            ":",
            ",",
            ".",
            "(",
            "e\u0301",
            "\uD835\uDC00",
            "\uD800",
            "\uDC00",
            "\u202E",
            "\u200D",
            "\u0301",
            "שלום",
            "İ",
            "ß",
            "ﬁ",
            "Σς",
            "한",
            "\u0000",
            "\n",
            "\u2003",
            "1.",
            "2026");

    private static String anything(Random random) {
        var line = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                line.append((char) random.nextInt(0x10000));
            } else {
                line.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            line.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void losesNoLetter(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String typed = anything(random);
            QuickLine line = parse(typed);
            assertThat(lost(Objects.requireNonNullElse(Input.line(typed), ""), line))
                    .as("Seed %d, round %d: %s → %s", seed, round, typed, line)
                    .isEmpty();
        }
    }

    private static final Pattern MENTION = Pattern.compile("@(?:ochl|clovek v tisni)");
    private static final Pattern MARK =
            Pattern.compile(MENTION + "|!ukol|#usneseni|#r|>30\\.9\\.(?: ?[12]\\d{3}(?!\\d))?|>patek|>\\+\\d{1,3}");

    /** The letters and digits that are neither in the text nor in what was understood, without diacritics. */
    private static Map<Integer, Long> lost(String typed, QuickLine line) {
        Pattern understood = line.kind() == Kind.INFORMATION ? MENTION : MARK;
        Map<Integer, Long> lost = letters(understood.matcher(Folded.fold(typed)).replaceAll(" "));
        letters(Folded.fold(line.text())).forEach((letter, count) -> lost.merge(letter, -count, Long::sum));
        lost.values().removeIf(count -> count <= 0);
        return lost;
    }

    private static Map<Integer, Long> letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .boxed()
                .collect(Collectors.groupingBy(letter -> letter, TreeMap::new, Collectors.counting()));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void escapedTextComesBack(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String text = Input.line(anything(random));
            if (text != null) {
                QuickLine line = parse(QuickLine.escape(text));
                assertThat(line.text()).as("Seed %d, round %d", seed, round).isEqualTo(text);
                assertThat(line.kind()).isEqualTo(Kind.INFORMATION);
                assertThat(line.problems()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void textIsReadAgainAsItself(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            QuickLine line = parse(anything(random));
            QuickLine again = parse(QuickLine.escape(line.text()));
            assertThat(again.text())
                    .as("Seed %d, round %d: %s", seed, round, line)
                    .isEqualTo(line.text());
        }
    }

    @Test
    void plainTextStaysAsItIs() {
        var plain = new ArrayList<>(PIECES);
        plain.removeIf(piece -> piece.matches("(?s).*[@!#>\\\\].*") || !piece.equals(Input.line(piece)));
        var random = new Random(10);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(5, 0, plain.size()).mapToObj(plain::get).collect(Collectors.joining(" "));
            assertThat(parse(text).text()).isEqualTo(Input.line(text));
        }
    }
}
