package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.shared.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PastedHtmlTest {

    @Test
    void paragraphsAndStyles() {
        pasted(
                "<p>Sešli  se\n v pondělí.</p><p>Rozešli se v&nbsp;úterý.</p>",
                "Sešli se v pondělí.\n\nRozešli se v úterý.");
        pasted("<b>a</b> <strong>b</strong> <i>c</i> <em><b>d</b></em>", "**a b** *c* ***d***");
        pasted("<span style='FONT-WEIGHT: 700'>a</span> <b style='font-weight:normal'>b</b>", "**a** b");
        pasted("<span style='mso-bidi-font-weight:bold; font-style : italic'>a</span>", "*a*");
        pasted("<h2>Úvod <i>k věci</i></h2>text", "**Úvod** ***k věci***\n\ntext");
        pasted("a<br>b<br><br>c<br>", "a\\\nb\n\nc");
        pasted("<pre>a\n  b</pre>", "a\\\nb");
        pasted("čtvr&shy;tek&#8203; a\u0007 b\u0002 c", "čtvrtek a b c");
        pasted("<p>שלום <b>עולם</b></p>", "שלום **עולם**");
        pasted("👩‍👩‍👧 <b>🙂</b>ahoj", "👩‍👩‍👧 🙂ahoj");
        pasted("", "");
        pasted("<p>&nbsp;</p><img src=x alt=obrázek><script>alert(1)</script><style>p{}</style><!-- x -->", "");
        pasted("viditelné<span style='display: none'>skryté</span>", "viditelné");
    }

    @Test
    void marksStandWhereTheyAreRead() {
        pasted("<b>Termín: </b>ihned", "**Termín:** ihned");
        pasted("<b>Termín:</b>ihned", "**Termín**:ihned");
        pasted("slovo<b>(vložka)</b>slovo", "slovo(**vložka**)slovo");
        pasted("<b>Ú</b>kol", "**Ú**kol");
        pasted("a<b>b</b><i>c</i>", "a**b***c*");
        pasted("<b>a<br>- b</b>", "**a\\\n\\- b**");
    }

    @Test
    void whatWasTypedReadsTheSame() {
        pasted(
                "<p>1. 9. 2025</p><p>- bod</p><p># nadpis</p><p>-5 °C</p>",
                "1\\. 9. 2025\n\n\\- bod\n\n\\# nadpis\n\n-5 °C");
        pasted("Pozor! Jan_Novak@a.example & spol. | 3 > 2", "Pozor! Jan_Novak@a.example & spol. | 3 > 2");
        pasted("*a* _b_ [c](d) &lt;b&gt; &amp;amp; C:\\x", "\\*a\\* \\_b\\_ \\[c\\](d) \\<b> \\&amp; C:\\\\x");
        pasted("{{tajné}} a {jedno}", "{\\{tajné}\\} a {jedno}");
        pasted("{<b>{</b>tajné}<b>}</b>x", "{\\{tajné}\\}x");
    }

    @Test
    void links() {
        pasted("<a href='https://a.example/x?b=1&copy=2'>sem</a>", "[sem](https://a.example/x?b=1&copy=2)");
        pasted("<a href='https://a.example'>https://a.example</a>", "<https://a.example>");
        pasted("<a href='mailto:jan@a.example'>jan@a.example</a>", "<jan@a.example>");
        pasted(
                "viz!<a href='http://a.example/a b(c)'> <b>tu</b> i tam </a>.",
                "viz! [**tu** i tam](http://a.example/a%20b%28c%29) .");
        pasted("viz!<a href='http://a.example'>tu</a>", "viz\\![tu](http://a.example)");
        pasted(
                "<a href='javascript:alert(1)'>a</a> <a href='/b'>b</a> <a href='file:///c'>c</a> <a href='#_d'>d</a>",
                "a b c d");
        pasted("<a href='https://a.example'><img src=x></a>a", "a");
    }

    @Test
    void lists() {
        pasted(
                "<ul><li>a<ol start=3><li>b</li><li>c</li></ol></li><li><p>d</p><p>e</p></li></ul>",
                "- a\n\n  3. b\n  4. c\n- d\n\n  e");
        pasted("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c");
        pasted("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b");
        pasted("<ul><li>a</li></ul><ul><li>b</li></ul>x", "- a\n- b\n\nx");
        pasted("<ul><li></li><li> a <br> b</li></ul>", "- a\\\n  b");
        pasted("<ul><li>1. ledna</li></ul>", "- 1\\. ledna");
    }

    @Test
    void listsOfWord() {
        pasted(
                "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8><!--[if gte mso 9]><xml>"
                        + "<o:x>1</o:x></xml><![endif]--><style>@list l0 {x:y}</style></head><body lang=CS>"
                        + "<!--StartFragment-->"
                        + "<p class=MsoNormal>Přítomni:<o:p></o:p></p>"
                        + item("level1", "·", "Pramen") + item("level2", "o", "<b>Lípa</b>")
                        + item("level1", "·", "Klas")
                        + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
                        + "<p class=MsoNormal>Úkoly <st1:place w:st='on'>Kolín</st1:place></p>"
                        + item("level1", "1.", "první") + item("level1", "2.", "druhý") + item("level2", "a)", "pod")
                        + "<!--EndFragment--></body></html>",
                "Přítomni:\n\n- Pramen\n  - **Lípa**\n- Klas\n\nÚkoly Kolín\n\n1. první\n2. druhý\n   1. pod");
        pasted(item("level1", "1.", "a") + "<p>mezi</p>" + item("level1", "2.", "b"), "1. a\n\nmezi\n\n2. b");
        pasted(item("level3", "§", "a") + item("level1", "·", "b"), "- a\n- b");
        pasted(
                "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Úvod</h1>",
                "**1. Úvod**");
        pasted(
                "<div><ul><li data-aria-level=1><p>a</p></li></ul></div><div><ul><li data-aria-level=2><p>b</p></li></ul></div>",
                "- a\n  - b");
    }

    @Test
    void largeDocumentOfWord() {
        String item = item("level1", "·", "<b>Pramen:</b> beze změny");
        int count = PastedHtml.LONGEST / item.length();

        assertThat(PastedHtml.toMarkdown(item.repeat(count)).lines())
                .hasSize(count)
                .allMatch("- **Pramen:** beze změny"::equals);
    }

    private static String item(String level, String mark, String text) {
        return "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 " + level + " lfo1'>"
                + "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>" + mark
                + "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
                + text
                + "<o:p></o:p></p>\n";
    }

    @Test
    void documentsOfGoogle() {
        pasted(
                "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-7\"><p dir=\"ltr\">"
                        + "<span style=\"font-weight:700;white-space:pre-wrap\">Bod 1</span><span> dál</span></p><br />"
                        + "<ul><li dir=\"ltr\" aria-level=\"1\"><p role=\"presentation\"><span>a</span></p></li>"
                        + "<ul><li dir=\"ltr\" aria-level=\"2\"><p><span style='font-style:italic'>b</span></p></li></ul></ul></b>",
                "**Bod 1** dál\n\n- a\n  - *b*");
    }

    @Test
    void tables() {
        pasted(
                "<table><tr><th>Služba</th><th>Kapacita</th></tr><tr><td>Pramen | pobyt</td><td>1<br>2</td></tr></table>",
                "| Služba | Kapacita |\n|---|---|\n| Pramen \\| pobyt | 1 2 |");
        pasted(
                "<table><thead><tr><td colspan=2>a</td><td>b</td></tr></thead><tbody><tr><td rowspan=2>c</td><td>d</td>"
                        + "<td>e</td></tr><tr><td><b>f</b></td><td>-</td></tr></tbody></table>",
                "| a |  | b |\n|---|---|---|\n| c | d | e |\n|  | **f** | - |");
        pasted(
                "<table><tr><td></td></tr><tr><td><p>a</p><p>b</p></td><td colspan=9>c</td></tr><tr></tr></table>x",
                "| a b | c |\n|---|---|\n\nx");
        pasted(
                "<table><caption>Přehled</caption><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr></table>",
                "Přehled\n\n| a | b c |\n|---|---|");
        pasted("<table><tr><td>jediná <b>buňka</b></td></tr></table>", "jediná **buňka**");
        pasted(
                "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr><tr><td>podpis</td></tr></table>",
                "| a | b |\n|---|---|\n\npodpis");
        pasted("<ul><li>a<table><tr><td>1</td><td>2</td></tr></table></li></ul>", "- a\n\n  | 1 | 2 |\n  |---|---|");
        pasted(
                "<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>c</td><td>d</td></tr></table>",
                "| a | b |\n|---|---|\n\n| c | d |\n|---|---|");
    }

    private static void pasted(String html, String expected) {
        assertThat(PastedHtml.toMarkdown(html)).as(html).isEqualTo(expected);
        assertSameWords(html);
    }

    @Test
    void brokenHtmlKeepsItsWords() {
        var random = new Random(11);
        List<String> soup = List.of(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<u>",
                "<ul>",
                "</ul>",
                "<ol start=7>",
                "<li>",
                "</li>",
                "<table>",
                "<tr>",
                "<td colspan=3 rowspan=2>",
                "<th>",
                "</table>",
                "<a href='https://a.example/(x)[y]{{'>",
                "</a>",
                "<a href='https://a.example'>",
                "https://a.example",
                "<br>",
                "<div>",
                "</div>",
                "<h3>",
                "</h3>",
                "<pre>",
                "<span style='font-weight:700'>",
                "</span>",
                "<p style='mso-list:l0 level2 lfo1'>",
                "<o:p>",
                "&nbsp;",
                "<b style='font-weight:normal'>",
                "<blockquote>",
                "<caption>",
                "<",
                "&",
                "<!--",
                "-->",
                "<![if x]>",
                "\"",
                " ",
                " ",
                "\n",
                "a",
                "b",
                "1.",
                "2)",
                "-",
                "*",
                "_",
                "#",
                "!",
                "|",
                "{",
                "}",
                "[",
                "]",
                "(",
                ")",
                "\\",
                ":",
                "=",
                "`",
                "~",
                ">",
                "+",
                "ž",
                "🙂",
                "\u00ad",
                "\u0000",
                "\ud800",
                "slovo",
                "&amp;",
                "&lt;b&gt;",
                "„",
                "“",
                ",");
        for (int i = 0; i < 10_000; i++) {
            String html = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(j -> soup.get(random.nextInt(soup.size())))
                    .collect(Collectors.joining());
            assertSameWords(html);
        }
    }

    @Test
    void randomBytesAreNoDanger() {
        var random = new Random(12);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertSameWords(new String(bytes, StandardCharsets.UTF_8));
            assertSameWords(new String(bytes, StandardCharsets.ISO_8859_1));
            assertSameWords(new String(bytes, StandardCharsets.UTF_16));
        }
    }

    private static void assertSameWords(String html) {
        String markdown = PastedHtml.toMarkdown(html);
        List<TextBlock> blocks = Markdown.blocks(markdown);
        var words = new StringBuilder();
        collect(blocks, words);
        assertThat(characters(words.toString()))
                .as("%s\n→\n%s", html.replaceAll("\\p{Cc}", "?"), markdown)
                .isEqualTo(characters(textOf(html)));
        assertThat(InternalPassages.isIn(markdown)).as(markdown).isFalse();
        assertThat(InternalPassages.publicText(markdown)).isEqualTo(markdown);
        assertThat(Markdown.html(markdown)
                        .replaceAll(
                                "</?(p|strong|em|ul|li|table|thead|tbody|tr|td|br)>|</?(ol|th|a)( (start|scope|href|rel)=\"[^\"<>]*\")*>",
                                ""))
                .as(markdown)
                .doesNotContain("<");
    }

    private static void collect(List<TextBlock> blocks, StringBuilder words) {
        for (TextBlock block : blocks) {
            switch (block) {
                case TextBlock.Paragraph paragraph -> paragraph.runs().forEach(run -> words.append(run.text()));
                case TextBlock.Listing list -> list.items().forEach(item -> collect(item, words));
                case TextBlock.Table table -> {
                    table.header().forEach(cell -> cell.forEach(run -> words.append(run.text())));
                    table.rows().forEach(row -> row.forEach(cell -> cell.forEach(run -> words.append(run.text()))));
                }
            }
        }
    }

    private static String textOf(String html) {
        Document page = Parser.htmlParser().setMaxDepth(100).parseInput(html, "");
        page.select("script, style, [style*=display], p [style*=mso-list:Ignore]")
                .remove();
        return page.body()
                .nodeStream(TextNode.class)
                .map(TextNode::getWholeText)
                .collect(Collectors.joining());
    }

    private static String characters(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cs}\u00ad\u200b\u2060\ufeff\ufffe\uffff]+", "");
    }

    @Test
    void whatMarkdownShowsComesBack() {
        var random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            List<TextBlock> blocks = blocks(random, 2);
            String markdown = MarkdownSource.of(blocks);
            assertThat(Markdown.blocks(markdown)).as(markdown).isEqualTo(blocks);
            assertThat(PastedHtml.toMarkdown(Markdown.html(markdown))).isEqualTo(markdown);
        }
    }

    /** Blocks as the parser would give them: no two lists in a row, styled words between plain ones. */
    private static List<TextBlock> blocks(Random random, int depth) {
        List<TextBlock> blocks = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean afterList = !blocks.isEmpty() && blocks.getLast() instanceof TextBlock.Listing;
            int kind = random.nextInt(depth == 0 || afterList || i == 0 ? 2 : 5);
            if (kind < 2) {
                blocks.add(new TextBlock.Paragraph(runs(random)));
            } else if (kind < 4) {
                List<List<TextBlock>> items = new ArrayList<>();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    items.add(blocks(random, depth - 1));
                }
                boolean numbered = random.nextBoolean();
                blocks.add(new TextBlock.Listing(numbered, numbered ? random.nextInt(1, 120) : 1, items));
            } else {
                List<List<List<TextRun>>> rows = new ArrayList<>();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    rows.add(List.of(runs(random), runs(random)));
                }
                blocks.add(new TextBlock.Table(List.of(runs(random), runs(random)), rows));
            }
        }
        return blocks;
    }

    private static List<TextRun> runs(Random random) {
        List<String> words =
                List.of("slovo", "1.", "(závorka)", "a_b", "*", "konec!", "x|y", "{{", "č. 5", "- a", "&amp;", "<b>");
        List<TextRun> runs = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String word = words.get(random.nextInt(words.size()));
            if (i % 2 == 0) {
                runs.add(TextRun.plain((i == 0 ? "" : " ") + word + (i + 1 < count ? " " : "")));
            } else {
                String link = random.nextInt(4) == 0 ? "https://a.example/x_y?z=1" : null;
                boolean bold = random.nextBoolean();
                runs.add(new TextRun(word, bold, !bold && link == null, link));
            }
        }
        return runs;
    }

    @Test
    void hostileInputEndsSoon() {
        String formats =
                IntStream.range(0, 20).mapToObj(i -> "<b id=" + i + ">").collect(Collectors.joining());
        for (String html : List.of(
                "<div>".repeat(10_000) + "konec",
                "<ul><li>".repeat(10_000) + "konec",
                "<b><i>".repeat(10_000) + "konec",
                "<table><tr><td>".repeat(10_000) + "konec",
                "<blockquote>".repeat(99_000) + "konec",
                "<ul><li>".repeat(49_000) + "konec",
                "<p>" + formats + "</p>" + "<p>x".repeat(99_000) + "konec",
                "<b>x</b><i>y</i>".repeat(24_000) + "konec",
                "<b>x,</b>y".repeat(49_000) + "konec",
                "<a href='https://a.example'>x</a>".repeat(49_000) + "konec",
                "<table>" + "<tr><td rowspan=99 colspan=1000>x".repeat(10_000) + "konec",
                "<p style='mso-list:l0 level9 lfo1'>x".repeat(99_000) + "konec",
                "<p style='" + ";font-weight".repeat(400_000) + "'>konec",
                "<p style='" + "mso-list:".repeat(500_000) + "'>konec",
                "<a href='mailto:a@b" + ".c".repeat(40_000) + "'>a@b" + ".c".repeat(40_000) + "</a>konec",
                "* [ ".repeat(700_000) + "konec",
                "<b>" + "* [ ".repeat(700_000) + "konec",
                "&".repeat(5_000_000) + "konec")) {
            String markdown = Assertions.assertTimeout(Duration.ofSeconds(30), () -> PastedHtml.toMarkdown(html));
            assertThat(markdown.contains("konec")).as(html.substring(0, 20)).isTrue();
        }
        assertThatThrownBy(() -> PastedHtml.toMarkdown("x".repeat(PastedHtml.LONGEST + 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PastedHtml.toMarkdown("<table>" + "<tr><td rowspan=99 colspan=1000>x".repeat(49_000)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PastedHtml.toMarkdown("<b>".repeat(150_001)))
                .isInstanceOf(InvalidInputException.class);
    }
}
