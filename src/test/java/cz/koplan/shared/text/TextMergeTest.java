package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextMergeTest {

    @Test
    void changesThatDoNotTouchAreBothTaken() {
        merged("Klub běží.", "Klub dál běží.", "Klub běží. Hledá lektora.", "Klub dál běží. Hledá lektora.");
        merged("Klub běží.", "Klub běží dál.", "Klub běží. Hledá lektora.", "Klub běží dál. Hledá lektora.");
        merged("raz dva tři", "RAZ dva tři", "raz dva TŘI", "RAZ dva TŘI");
        merged("raz dva", "RAZ dva", "raz DVA", "RAZ DVA");
        merged("raz dva tři čtyři", "raz tři čtyři", "raz dva čtyři", "raz čtyři");
        merged("a b c", "b c", "a b", "b");
        merged("a\n\nb", "a1\n\nb", "a\n\nb\n\nc", "a1\n\nb\n\nc");
        merged("- a\n- b\n", "- x\n- a\n- b\n", "- a\n- b\n- c\n", "- x\n- a\n- b\n- c\n");
        merged("Žlutý kůň", "Žluťoučký kůň", "Žlutý kůň úpěl", "Žluťoučký kůň úpěl");
        merged("a b c d e", "1 b c d 5", "a b 3 d e", "1 b 3 d 5");
    }

    @Test
    void anAddedWordGivesWayToTheChangeOfItsNeighbour() {
        merged("Klub běží.", "Klub dál běží.", "Klub hraje.", "Klub dál hraje.");
        merged("Klub běží.", "Klub dál běží.", "Spolek běží.", "Spolek dál běží.");
        merged("Klub běží.", "Klub dál běží.", "Klub, běží.", "Klub, dál běží.");
    }

    @Test
    void tablesAreMergedByTheirCells() {
        merged(
                "| Kdo | Co |\n|---|---|\n| OCHL | |\n| ASZ | |\n",
                "| Kdo | Co |\n|---|---|\n| OCHL | běží |\n| ASZ | |\n",
                "| Kdo | Co |\n|---|---|\n| OCHL | |\n| ASZ | stojí |\n",
                "| Kdo | Co |\n|---|---|\n| OCHL | běží |\n| ASZ | stojí |\n");
        merged(
                "| a | b |\n|---|---|\n| 1 | 2 |\n",
                "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
                "| A | b |\n|---|---|\n| 1 | 2 |\n",
                "| A | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n");
    }

    @Test
    void aChangeThatBothMadeIsTakenOnce() {
        merged("Klub běží.", "Klub dál běží.", "Klub dál běží.", "Klub dál běží.");
        merged("a b c", "a x b c", "a x b C", "a x b C");
        merged("a b c d e", "a X c D e", "A b c D e", "A X c D e");
        merged("a b c d", "a d", "a d!", "a d!");
        merged("a\n\nb", "a\n\nnový\n\nb", "a\n\nnový\n\nb 1", "a\n\nnový\n\nb 1");
    }

    /** The base is what I sent last, and their text is what the server made of it and of somebody else's. */
    @Test
    void whatWasSentBeforeIsNotAChangeAgain() {
        merged("a x b c", "a x y b c", "a x b C", "a x y b C");
        merged("Klub dál běží.", "Klub dál běží dobře.", "Náš klub. Klub dál běží.", "Náš klub. Klub dál běží dobře.");
        merged("a x b c", "a b c", "a x b C", "a b C");
    }

    @Test
    void onePlaceChangedByBothIsLeftToAPerson() {
        undecided("Klub běží.", "Klub stojí.", "Klub roste.");
        undecided("Klub běží.", "Klub dál běží.", "Klub stále běží.");
        undecided("Klub běží.", "Klub běží. Ano.", "Klub běží. Ne.");
        undecided("", "raz", "dva");
        undecided("raz dva tři", "raz tři", "raz DVA tři");
        undecided("raz dva tři", "", "raz DVA tři");
        undecided("raz,dva", "RAZ,dva", "raz;dva");
        undecided("raz", "raz!", "RAZ");
    }

    @Test
    void aPlaceThatIsNotCertainIsLeftToAPerson() {
        undecided("ne ne ne", "ne ne ne ne", "ne ano ne");
        undecided("| |\n| |\n| |\n", "| |\n| |\n| |\n| |\n", "| |\n| x |\n| |\n");
    }

    @Test
    void oneSideWithoutChangesYields() {
        merged("a", "a", "b", "b");
        merged("a", "a", "", "");
        merged("", "", "a", "a");
        merged("", "a", "a", "a");
        merged("", "", "", "");
        merged("a", "", "", "");
    }

    @Test
    void charactersOfSeveralUnitsStayWhole() {
        merged("😀 😁 😂", "😀 😁 😃", "😄 😁 😂", "😄 😁 😃");
        undecided("😀", "😁", "😂");
        undecided("a😀b", "a😁b", "a😂b");
        undecided("👩‍👧", "👩‍👦", "👨‍👧");
        undecided("e\u0301", "e\u030c", "a\u0301");
        merged("👍 a", "👍🏽 a", "👍 b", "👍🏽 b");
    }

    /** Of the other side, only the marks it added are looked for, so the outcome is known without a second merge. */
    @Test
    void withoutWhatTheOtherAddedTheTextIsMine() {
        int decided = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            String base = characters(random, random.nextInt(12), ".,;");
            String mine = edited(random, base, ".,;:");
            String theirs = base;
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(theirs.length() + 1);
                theirs = theirs.substring(0, at)
                        + characters(random, 1 + random.nextInt(2), "+*")
                        + theirs.substring(at);
            }
            var merged = TextMerge.merge(base, mine, theirs);
            assertThat(TextMerge.merge(base, theirs, mine)).as("seed %d", seed).isEqualTo(merged);
            if (merged.isPresent()) {
                decided++;
                assertThat(merged.get().replaceAll("[+*]", ""))
                        .as("seed %d: %s, %s, %s", seed, base, mine, theirs)
                        .isEqualTo(mine);
                assertThat(merged.get().replaceAll("[^+*]", ""))
                        .as("seed %d: %s, %s, %s", seed, base, mine, theirs)
                        .isEqualTo(theirs.replaceAll("[^+*]", ""));
            }
        }
        assertThat(decided).isBetween(4_000, 19_000);
    }

    @Test
    void theSidesMayBeSwapped() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            String base = characters(random, random.nextInt(10), "ab \n.");
            String mine = edited(random, base, "ab \n.");
            String theirs = edited(random, base, "ab \n.");
            assertThat(TextMerge.merge(base, mine, theirs))
                    .as("seed %d", seed)
                    .isEqualTo(TextMerge.merge(base, theirs, mine));
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hugeTextsEnd() {
        String base = words(1, 150_000, " ");
        merged(base, "a " + base, base + " z", "a " + base + " z");
        merged(base, "a " + base + " b", base.replace("w75000x1 ", ""), "a " + base.replace("w75000x1 ", "") + " b");
        undecided(base, words(2, 150_000, " "), words(3, 150_000, " "));
        undecided("\n".repeat(1_000_000), "a\n".repeat(500_000), "\n".repeat(999_000));
        undecided("a ".repeat(500_000), "b a ".repeat(250_000), "a ".repeat(250_000));
        undecided("", words(2, 150_000, "\n"), words(3, 150_000, "\n"));
    }

    @Test
    void aRewrittenChapterLeavesTheOthersMergeable() {
        String opening = "Úvod zůstal.\n\n";
        String closing = "\n\nZávěr se změní.\n";
        String base = opening + words(1, 5_000, " ") + closing;
        String mine = opening + words(2, 5_000, " ") + closing.replace("změní", "změnil");
        String theirs = base.replace("Úvod", "Začátek");

        merged(base, mine, theirs, mine.replace("Úvod", "Začátek"));
    }

    private static void merged(String base, String mine, String theirs, String expected) {
        assertThat(TextMerge.merge(base, mine, theirs)).contains(expected);
        assertThat(TextMerge.merge(base, theirs, mine)).contains(expected);
    }

    private static void undecided(String base, String mine, String theirs) {
        assertThat(TextMerge.merge(base, mine, theirs)).isEmpty();
        assertThat(TextMerge.merge(base, theirs, mine)).isEmpty();
    }

    private static String words(int series, int count, String separator) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i + "x" + series).collect(Collectors.joining(separator));
    }

    private static String edited(Random random, String text, String alphabet) {
        String result = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int start = random.nextInt(result.length() + 1);
            int end = Math.min(result.length(), start + random.nextInt(3));
            result = result.substring(0, start)
                    + characters(random, random.nextInt(3), alphabet)
                    + result.substring(end);
        }
        return result;
    }

    private static String characters(Random random, int count, String alphabet) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
