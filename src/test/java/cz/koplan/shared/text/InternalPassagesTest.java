package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InternalPassagesTest {

    @Test
    void publicTextReplacesInternalTextUnmarks() {
        rewritten("a {{tajné}} b", "a […] b", "a tajné b");
        rewritten("{{x}}", "[…]", "x");
        rewritten("bez značek", "bez značek", "bez značek");
        rewritten("{{a}}{{b}}", "[…][…]", "ab");
    }

    @Test
    void aPassageSpansParagraphs() {
        rewritten("před\n\n{{jedna\n\n- dvě\n\n}}po", "před\n\n[…]po", "před\n\njedna\n\n- dvě\n\npo");
    }

    @Test
    void anOpenPassageHidesTheRest() {
        rewritten("a {{b\n\nc", "a […]", "a b\n\nc");
        rewritten("a {{b {{c}} d", "a […]", "a b c d");
        rewritten("a {{", "a […]", "a ");
        rewritten("{{a\\", "[…]", "a\\");
    }

    @Test
    void aPassageWithinAPassageNeedsItsOwnEnd() {
        rewritten("a {{b {{c}} d}} e", "a […] e", "a b c d e");
    }

    @Test
    void strayAndEscapedMarksAreLiteral() {
        rewritten("a }} b", "a }} b", "a }} b");
        rewritten("a \\{{b}} c", "a \\{{b}} c", "a \\{{b}} c");
        rewritten("a \\\\{{b}} c", "a \\\\[…] c", "a \\\\b c");
        rewritten("{{a \\}} b}} c", "[…] c", "a \\}} b c");
        rewritten("a { { b", "a { { b", "a { { b");
    }

    @Test
    void markdownAroundStaysWhole() {
        shown("**tučně {{x}} dál** z", "tučně […] dál z");
        shown("- a\n- {{b\n- c}}\n- d", "• a\n• […]\n• d");
        shown("| a | b |\n|---|---|\n| {{x | y}} | 2 |", "a\tb\n[…]\t2");
        shown("[{{x}}](https://a.example)", "[…]");
    }

    @Test
    void thePlaceOfAPassageNeverBecomesALink() {
        shown("{{x}}(https://a.example)", "[…](https://a.example)");
        shown("{{x}}: https://a.example", "[…]: https://a.example");
        shown("{{x}}[y]\n\n[y]: https://a.example", "[…]y\n\n[y]: https://a.example");
        assertThat(Markdown.html(InternalPassages.publicText("[a](https://a.example/{{x}})")))
                .doesNotContain("href");
    }

    @Test
    void definitionsOfLinksInAPassageGo() {
        shown("[a][b] {{\n\n[b]: https://tajne.example\n\n}}", "[a][b] […]");
    }

    @Test
    void plainTextKeepsItsBrackets() {
        assertThat(InternalPassages.publicPlainText("{{x}}: y")).isEqualTo("[…]: y");
    }

    @Test
    void isInFindsMarks() {
        assertThat(InternalPassages.isIn("a {{b}}")).isTrue();
        assertThat(InternalPassages.isIn("a \\{{b}}")).isFalse();
    }

    /** Letters only ever stand inside a passage here, so none of them may be left. */
    @Test
    void nothingOfAPassageSurvivesWhereverItLies() {
        var random = new Random(11);
        String[] pieces = {
            "**", "*", "[", "](", ")", "`", "<", ">", "\\", "\n", "\n\n", "- ", "1. ", "| ", "|---|\n", "#", " ", "{",
            "&", "!"
        };
        for (int i = 0; i < 20_000; i++) {
            String before = some(pieces, random);
            String inside = some(pieces, random) + "tajne" + some(pieces, random);
            String text = before + " {{" + inside + " }} " + some(pieces, random);
            String shown = InternalPassages.publicText(text);
            assertThat(shown).doesNotContain("tajne");
            assertThat(Markdown.html(shown)).doesNotContain("tajne");
            assertThat(InternalPassages.publicText(shown)).isEqualTo(shown);
        }
    }

    private static String some(String[] pieces, Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static void shown(String markdown, String expected) {
        assertThat(Markdown.plainText(InternalPassages.publicText(markdown))).isEqualTo(expected);
    }

    private static void rewritten(String markdown, String publicText, String internalText) {
        assertThat(InternalPassages.publicText(markdown)).isEqualTo(publicText);
        assertThat(InternalPassages.internalText(markdown)).isEqualTo(internalText);
    }
}
