package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void boldItalicAndLinks() {
        assertThat(Markdown.blocks("a **b *c*** [d](https://e.example/f)"))
                .containsExactly(new TextBlock.Paragraph(List.of(
                        TextRun.plain("a "),
                        TextRun.bold("b "),
                        new TextRun("c", true, true, null),
                        TextRun.plain(" "),
                        new TextRun("d", false, false, "https://e.example/f"))));
    }

    @Test
    void onlyHarmlessAddressesBecomeLinks() {
        assertThat(Markdown.html("[a](http://b.example) [c](mailto:d@e.example) <https://f.example>"))
                .contains("href=\"http://b.example\"", "href=\"mailto:d@e.example\"", "href=\"https://f.example\"");
        assertThat(Markdown.html("[a](javascript:alert(1)) [b](data:text/html,x) [c](/relative) [d](JAVASCRIPT:x)"))
                .isEqualTo("<p>a\u00a0b c d</p>".replace("a\u00a0b", "a\u00a0b"));
        assertThat(Markdown.html("[a](https://b.example/škola)")).contains("https://b.example/%C5%A1kola");
    }

    @Test
    void htmlIsShownAsTyped() {
        assertThat(Markdown.plainText("<b>x</b> <script>alert(1)</script>"))
                .isEqualTo("<b>x</b> <script>alert(1)</script>");
        assertThat(Markdown.html("<div onclick=\"x\">\n\ny")).doesNotContain("<div");
        assertThat(Markdown.html("[x\"y](https://a.example/?\"b)")).doesNotContain("?\"");
    }

    @Test
    void whatIsNotKnownIsShownAsTyped() {
        shown("`kód`", "`kód`");
        shown("> citace", "> citace");
        shown("---", "---");
        shown("```\nx\n```", "``` x ```");
        shown("[a]: https://b.example \"c\"", "[a]: https://b.example \"c\"");
    }

    @Test
    void headingsBecomeBoldParagraphs() {
        assertThat(Markdown.blocks("# Nadpis\ntext"))
                .containsExactly(
                        new TextBlock.Paragraph(List.of(TextRun.bold("Nadpis"))),
                        new TextBlock.Paragraph(List.of(TextRun.plain("text"))));
    }

    @Test
    void nestedLists() {
        assertThat(Markdown.plainText("- a\n  1. b\n  2. c\n- d")).isEqualTo("• a\n  1. b\n  2. c\n• d");
        assertThat(Markdown.plainText("3. x\n4. y")).isEqualTo("3. x\n4. y");
        assertThat(Markdown.html("2. x")).isEqualTo("<ol start=\"2\"><li><p>x</p></li></ol>");
    }

    @Test
    void tables() {
        assertThat(Markdown.html("| a | b |\n|---|---|\n| **1** |"))
                .isEqualTo("<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"
                        + "<tbody><tr><td><strong>1</strong></td><td></td></tr></tbody></table>");
        assertThat(Markdown.plainText("| a |\n|---|\n| 1 \\| 2 |")).isEqualTo("a\n1 | 2");
    }

    @Test
    void htmlHasCzechTypography() {
        assertThat(Markdown.html("byl v **domě**")).isEqualTo("<p>byl v\u00a0<strong>domě</strong></p>");
    }

    @Test
    void deepNestingDoesNotExhaustTheStack() {
        assertThat(Markdown.html("- ".repeat(5_000) + "x")).contains("x");
        assertThat(Markdown.html("*".repeat(20_000) + "x" + "*".repeat(20_000))).contains("x");
        assertThat(Markdown.html("[".repeat(20_000))).contains("[");
    }

    @Test
    void escapedTextIsShownExactly() {
        for (String text : List.of(
                "",
                "1. 5. 2021",
                "1) bod",
                "* x",
                "- x",
                "+ x",
                "_a_",
                "**a**",
                "<b>x</b>",
                "# x",
                "a | b",
                "a | b\n--- | ---\n1 | 2",
                "  odsazeno",
                "\tvpravo",
                "konec  ",
                "{{ tajné }}",
                "\\",
                "a\\",
                "\\\\n",
                "`a`",
                "[a](https://b.example)",
                "[a]: b",
                "![a](b)",
                "&amp; &lt; &",
                "a\nb",
                "a\n\nb",
                "a\n\n\nb",
                "\n",
                "\n\na",
                "a\n\n",
                "a\n===",
                "a\n---",
                "~~~\nx",
                "> x",
                "123456789. x",
                "1.",
                "https://a.example?b=c&d_e_f",
                "jan_novak@a.example",
                ":--",
                "a\n:-:")) {
            assertShownExactly(text);
        }
        assertThat(Markdown.plainText(Markdown.escape("a\r\nb\rc"))).isEqualTo("a\nb\nc");
    }

    @Test
    void escapedRandomTextIsShownExactly() {
        var random = new Random(3);
        String alphabet = "ab12 .).-+*_#=~`<>[](){}|!&:;\\\"'/@^$%\n\n\n \t\u00a0\u000b\u2028ěž€…\ud83d\ude00";
        for (int i = 0; i < 60_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(25); j > 0; j--) {
                text.appendCodePoint(alphabet.codePointAt(random.nextInt(alphabet.length())));
            }
            assertShownExactly(text.toString());
        }
    }

    private static void assertShownExactly(String text) {
        String escaped = Markdown.escape(text);
        assertThat(Markdown.plainText(escaped)).as(escaped).isEqualTo(text);
        assertThat(InternalPassages.publicText(escaped)).isEqualTo(escaped);
        assertThat(InternalPassages.internalText(escaped)).isEqualTo(escaped);
    }

    private static void shown(String markdown, String expected) {
        assertThat(Markdown.plainText(markdown)).isEqualTo(expected);
    }
}
