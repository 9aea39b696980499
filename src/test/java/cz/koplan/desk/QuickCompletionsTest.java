package cz.koplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.desk.QuickLine.Completion;
import cz.koplan.desk.QuickNames.Kind;
import cz.koplan.desk.QuickNames.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuickCompletionsTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 9, 23);

    private static final Locale CZECH = Locale.of("cs");

    private static final QuickNames NAMES = new QuickNames(List.of(
            new Name(Kind.ORGANISATION, 1, "OCHL", "Oblastní charita Louny"),
            new Name(Kind.ORGANISATION, 2, "ČvT", "Člověk v tísni, o.p.s."),
            new Name(Kind.ORGANISATION, 3, "Charita", "Charita Most"),
            new Name(Kind.ORGANISATION, 4, "Charita", "Charita Most – byty"),
            new Name(Kind.PERSON, 5, "Dvořák", "Jan Dvořák"),
            new Name(Kind.PERSON, 6, "Dvořák", "Jan Dvořák"),
            new Name(Kind.PERSON, 6, "Jan Dvořák mladší", "Jan Dvořák")));

    /** Completes at the caret, which the line shows as a vertical bar. */
    private static List<Completion> at(String line, Locale locale) {
        int caret = line.indexOf('|');
        return QuickLine.completions(line.replace("|", ""), caret, DAY, NAMES, locale);
    }

    private static List<String> labels(String line) {
        return at(line, CZECH).stream().map(Completion::label).toList();
    }

    /** The lines after the first completion is taken. */
    private static String taken(String line) {
        Completion first = at(line, CZECH).getFirst();
        String typed = line.replace("|", "");
        return typed.substring(0, first.from()) + first.insert() + typed.substring(first.to());
    }

    @Test
    void namesByAnyOfTheirWords() {
        assertThat(labels("@|"))
                .containsExactly(
                        "Oblastní charita Louny (OCHL)",
                        "Člověk v tísni, o.p.s. (ČvT)",
                        "Charita Most (Charita)",
                        "Charita Most – byty (Charita)",
                        "Jan Dvořák (Dvořák)",
                        "Jan Dvořák (Dvořák)");
        assertThat(labels("@cha|"))
                .containsExactly("Oblastní charita Louny", "Charita Most (Charita)", "Charita Most – byty (Charita)");
        assertThat(labels("!doplnit @ochl|")).containsExactly("Oblastní charita Louny (OCHL)");
        assertThat(labels("!@Tis|")).containsExactly("Člověk v tísni, o.p.s.");
        assertThat(labels("@clovek v t|")).containsExactly("Člověk v tísni, o.p.s.");
        assertThat(labels("@harita|")).isEmpty();
        assertThat(labels("@OCHL doplnit|")).isEmpty();
        assertThat(labels("a@ochl|")).isEmpty();
        assertThat(labels("\\@ochl|")).isEmpty();
        assertThat(labels("|@ochl")).isEmpty();
    }

    @Test
    void nameIsInsertedSoThatItAloneIsMeant() {
        assertThat(taken("!doplnit @och|")).isEqualTo("!doplnit @Oblastní charita Louny ");
        assertThat(taken("!@o|ch doplnit")).isEqualTo("!@Oblastní charita Louny doplnit");
        assertThat(at("@mladsi|", CZECH)).extracting(Completion::insert).containsExactly("@Jan Dvořák mladší ");
    }

    @Test
    void keywordsInTheLanguage() {
        assertThat(labels("!|")).containsExactly("úkol");
        assertThat(labels("#|")).containsExactly("rozhodnutí", "usnesení", "informace");
        assertThat(labels("#US|")).containsExactly("usnesení");
        assertThat(labels("#x|")).isEmpty();
        assertThat(labels("Pozor!|")).isEmpty();
        assertThat(at("#|", Locale.ENGLISH))
                .extracting(Completion::insert)
                .containsExactly("#decision ", "#resolution ", "#information ");
        assertThat(at("!|", Locale.UK)).containsExactly(new Completion("task", "!task ", 0, 1));
        assertThat(taken("sejít se #ro|z v říjnu")).isEqualTo("sejít se #rozhodnutí v říjnu");
    }

    @Test
    void days() {
        assertThat(labels("!x >|"))
                .containsExactly(
                        "zítra, čtvrtek 24. září 2026",
                        "čtvrtek 24. září 2026",
                        "pátek 25. září 2026",
                        "pondělí 28. září 2026",
                        "úterý 29. září 2026",
                        "středa 30. září 2026",
                        "+7, středa 30. září 2026",
                        "+14, středa 7. října 2026");
        assertThat(labels("!x >pa|")).containsExactly("pátek 25. září 2026");
        assertThat(labels("!x >+1|")).containsExactly("+14, středa 7. října 2026");
        assertThat(labels("!x >30.9|")).containsExactly("středa 30. září 2026");
        assertThat(taken("!x >30.9|")).isEqualTo("!x >30.9.2026 ");
        assertThat(labels("!x >31.2|")).isEmpty();
        assertThat(labels("věk > 5|")).isEmpty();
        assertThat(at("!x >t|", Locale.ENGLISH))
                .extracting(Completion::label)
                .containsExactly(
                        "tomorrow, Thursday 24 September 2026",
                        "Thursday 24 September 2026",
                        "Tuesday 29 September 2026");
    }

    @Test
    void whatIsInsertedIsUnderstood() {
        for (Locale locale : List.of(CZECH, Locale.ENGLISH)) {
            for (Completion day : at(">|", locale)) {
                assertThat(QuickLine.parse("!x " + day.insert(), DAY, NAMES).due())
                        .as(day.label())
                        .isPresent();
            }
            assertThat(at("#|", locale))
                    .extracting(kind ->
                            QuickLine.parse(kind.insert() + "x", DAY, NAMES).kind())
                    .containsExactly(QuickLine.Kind.DECISION, QuickLine.Kind.RESOLUTION, QuickLine.Kind.INFORMATION);
            assertThat(QuickLine.parse(at("!|", locale).getFirst().insert() + "x", DAY, NAMES))
                    .extracting(QuickLine::kind, QuickLine::text)
                    .containsExactly(QuickLine.Kind.TASK, "x");
        }
        assertThat(at("@|", CZECH).stream()
                        .limit(4)
                        .map(name -> QuickLine.parse("! " + name.insert(), DAY, NAMES)
                                .owner()
                                .orElseThrow()
                                .id()))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void atMostEight() {
        var many = new QuickNames(LongStream.range(0, 100)
                .mapToObj(id -> new Name(Kind.PERSON, id, "Jana", "Jana " + id))
                .toList());

        assertThat(QuickLine.completions("@jana", 5, DAY, many, CZECH))
                .extracting(Completion::insert)
                .containsExactly(
                        "@Jana 0 ", "@Jana 1 ", "@Jana 2 ", "@Jana 3 ", "@Jana 4 ", "@Jana 5 ", "@Jana 6 ", "@Jana 7 ");
    }

    @Test
    void anythingCanBeTyped() {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            var line = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                line.append(
                        random.nextInt(2) == 0
                                ? "@!#> \\ac30.".charAt(random.nextInt(11))
                                : (char) random.nextInt(0x10000));
            }
            int caret = random.nextInt(-2, 16);
            assertThat(QuickLine.completions(line.toString(), caret, DAY, NAMES, CZECH))
                    .hasSizeLessThanOrEqualTo(8)
                    .allSatisfy(found -> assertThat(found.from())
                            .isBetween(0, found.to())
                            .isLessThan(Math.min(caret, line.length()) + 1))
                    .allSatisfy(found -> assertThat(found.to()).isLessThanOrEqualTo(line.length()));
        }
    }
}
