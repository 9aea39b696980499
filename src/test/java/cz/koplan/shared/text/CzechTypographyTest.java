package cz.koplan.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CzechTypographyTest {

    @Test
    void oneLetterWordsHoldTheNextWord() {
        bound("k~nám", "Schůzka v~domě u~řeky", "A~v~domě i~o~něm", "(v~klubu)", "„S~námi“", "slovo~– z~kraje");
        bound("v~~mezeře", "O~V~K~S~Z~U~A~I~b");
    }

    @Test
    void otherWordsDoNot() {
        bound("ve škole", "bod a) program", "je k", "k", "", " a", "x y", "řada A", "Va domě", "do 5 lidí");
    }

    @Test
    void datesHold() {
        bound(
                "21.~června~2021",
                "21.~6.~2021",
                "1.~5.",
                "(31.~prosince~1999)",
                "od 1.~do 2.~května".replace("1.~do", "1. do"));
        bound("leden 2021", "bod 12. Různé", "června~2021");
    }

    @Test
    void numbersHoldTheirUnits() {
        bound(
                "14.00~hod.",
                "v~14.00–15.30~hod.",
                "80~%",
                "12~000~Kč",
                "1~200~000~Kč,",
                "5~km",
                "(20~min.)",
                "2~mil.~Kč".replace("mil.~", "mil. "));
        bound("v~roce 2021 123 lidí", "5 kmenů", "12 0000");
    }

    @Test
    void abbreviationsAndTitlesHoldWhatFollows() {
        bound(
                "č.~204",
                "§~109",
                "odst.~2 písm.~b)",
                "Mgr.~Jana Malá",
                "Ing.~arch.~Petr Dub, Ph.D.".replace(", Ph", ",~Ph"));
        bound("Spolek U~Jezu, z.~s.", "o.~p.~s.,", "J.~Novák", "Bod a. text");
        bound("doc.~PhDr.~Eva Nová,~CSc.,~MBA", "ul.~Dlouhá");
    }

    @Test
    void nothingElseChangesAndTwiceIsOnce() {
        var random = new Random(7);
        String alphabet = "kvsaÁb1290.,;( )„\u00a0 \n\t Mgr.č§%ledna";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String once = CzechTypography.nonBreaking(text.toString());
            assertThat(once.replace('\u00a0', ' ')).isEqualTo(text.toString().replace('\u00a0', ' '));
            assertThat(CzechTypography.nonBreaking(once)).isEqualTo(once);
        }
    }

    @Test
    void aPrepositionHoldsANounInAnotherStyle() {
        List<TextRun> runs = CzechTypography.nonBreaking(
                List.of(TextRun.plain("byl v "), TextRun.bold("domě a"), TextRun.plain(" b")));

        assertThat(runs)
                .containsExactly(TextRun.plain("byl v\u00a0"), TextRun.bold("domě a"), TextRun.plain("\u00a0b"));
    }

    /** A tilde stands for the non-breaking space that must appear in place of an ordinary one, and only there. */
    private static void bound(String... expected) {
        for (String text : expected) {
            assertThat(CzechTypography.nonBreaking(text.replace('~', ' '))).isEqualTo(text.replace('~', '\u00a0'));
        }
    }
}
