package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.shared.text.TextComparison.Kind;
import cz.koplan.shared.text.TextComparison.Part;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextComparisonTest {

    @Test
    void wordsAreMarked() {
        marked("Klub běží.", "Klub dál běží.", "Klub [+dál +]běží.");
        marked("Klub dál běží.", "Klub běží.", "Klub [-dál -]běží.");
        marked("Klub běží.", "Klub stojí.", "Klub [-běží-][+stojí+].");
        marked("Klub běží.", "Klub běží. Hledá lektora.", "Klub běží.[+ Hledá lektora.+]");
        marked("Stará. Druhá.", "Stará. Nová. Druhá.", "Stará. [+Nová. +]Druhá.");
        marked("- a\n- b\n", "- a\n- x\n- b\n", "- a\n- [+x\n- +]b\n");
        marked("| a | b |", "| a | c |", "| a | [-b-][+c+] |");
        marked("a\nb", "a\n\nb", "a\n[+\n+]b");
        marked("Žlutý kůň", "Žluťoučký kůň", "[-Žlutý-][+Žluťoučký+] kůň");
        marked("😀 😁", "😀 😂", "😀 [-😁-][+😂+]");
    }

    @Test
    void aRewrittenSentenceReadsAsOne() {
        marked("Klub dál běží.", "Spolek už stojí.", "[-Klub dál běží-][+Spolek už stojí+].");
        marked("a b", "x\ny", "[-a b-][+x\ny+]");
        marked("a\nb", "x\ny", "[-a-][+x+]\n[-b-][+y+]");
        marked("a b c", "b", "[-a -]b[- c-]");
    }

    @Test
    void textsWithoutDifferenceOrWithoutAnythingInCommon() {
        marked("", "", "");
        marked("a", "a", "a");
        marked("", "a", "[+a+]");
        marked("a", "", "[-a-]");
        marked("a", "b", "[-a-][+b+]");
    }

    @Test
    void thePartsMakeBothTexts() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            String before = text(random);
            String after = text(random);
            List<Part> parts = TextComparison.words(before, after);

            assertThat(without(Kind.ADDED, parts)).as("seed %d", seed).isEqualTo(before);
            assertThat(without(Kind.REMOVED, parts)).as("seed %d", seed).isEqualTo(after);
            for (int i = 1; i < parts.size(); i++) {
                assertThat(parts.get(i).kind())
                        .as("seed %d", seed)
                        .isNotEqualTo(parts.get(i - 1).kind());
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hugeTextsEnd() {
        marked(
                "a ".repeat(500_000),
                "b ".repeat(500_000),
                "[-" + "a ".repeat(499_999) + "a-][+" + "b ".repeat(499_999) + "b+] ");
        List<Part> parts = TextComparison.words("a b\n".repeat(250_000), "b\na ".repeat(200_000));
        assertThat(without(Kind.ADDED, parts)).isEqualTo("a b\n".repeat(250_000));
        assertThat(without(Kind.REMOVED, parts)).isEqualTo("b\na ".repeat(200_000));
    }

    private static void marked(String before, String after, String expected) {
        String marked = TextComparison.words(before, after).stream()
                .map(part -> switch (part.kind()) {
                    case SAME -> part.text();
                    case REMOVED -> "[-" + part.text() + "-]";
                    case ADDED -> "[+" + part.text() + "+]";
                })
                .collect(Collectors.joining());
        assertThat(marked).isEqualTo(expected);
    }

    private static String without(Kind kind, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.kind() != kind)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        List<String> pieces = List.of("a", "b", " ", " ", "\n", ".", "😀", "😁", "e\u0301", "\u200d", "kůň");
        var text = new StringBuilder();
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
