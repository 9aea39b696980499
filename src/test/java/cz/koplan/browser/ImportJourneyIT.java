package cz.koplan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cz.koplan.pdf.PdfChecks;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A coordinator brings old minutes in by keyboard, corrects a line and takes both PDFs away. */
class ImportJourneyIT {

    private static final String MINUTES = """
            Setkání pracovní skupiny pro cizince a národnostní menšiny

            12. listopadu 2019, 9:30 hod, online

            Program:
            1. Informace od členů
            2. Zimní provoz

            Přítomni: Alena Zimová, Bořek Sníh

            - Noclehárna U Mostu. Od pondělí otevírá o hodinu dřív.
            - Spolek Závěj. Rozdává čaj i dobré rady.

            Zimní provoz se domluví společně se všemi službami, které zůstávají otevřené i o svátcích.

            Zapsala: Alena Zimová
            """;

    @Test
    void fromFileToPdf() throws IOException {
        try (Browser browser = new Browser()) {
            Page page = browser.window(DemoApplication.get().address(), Browser.DESKTOP, "cs", false);
            DemoApplication.signIn(page, DemoApplication.COORDINATOR);
            DemoApplication.speak(page, "cs");
            Screens.goTo(page, "imports");
            Screens.drop(page, "zimni-zapis.txt", MINUTES);
            page.locator(".source-lines").waitFor();

            lightsUpTheSource(page);
            answerEverything(page);
            page.locator("vaadin-button", containing("Uložit jako setkání")).click();
            page.locator(".minutes-columns").waitFor();
            assertThat(page.locator("main#content")).containsText("12. listopadu 2019");
            assertThat(page.locator(".update .strong").first()).hasText("Noclehárna U Mostu");

            correctFirstUpdate(page);
            assertThat(page.locator(".update").first()).containsText("o dvě hodiny dřív");

            byte[] internal = download(page, "PDF interní");
            PdfChecks.assertSound(internal);
            assertThat(PdfChecks.everything(internal)).contains("Alena Zimová", "o dvě hodiny dřív", "jen pro nás");
            byte[] published = download(page, "PDF veřejné");
            PdfChecks.assertSound(published);
            assertThat(PdfChecks.everything(published))
                    .contains("o dvě hodiny dřív", "[…]")
                    .doesNotContain("Alena Zimová", "jen pro nás");

            Screens.goTo(page, "imports");
            Screens.drop(page, "zimni-zapis.txt", MINUTES);
            assertThat(page.locator("main#content")).containsText("Tento import už je uzavřený");

            learnedTheAlias(page);
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void lightsUpTheSource(Page page) {
        page.locator(".record .said").first().hover();
        assertThat(page.locator(".source-lines li.lit")).containsText(new String[] {"Noclehárna U Mostu"});
        page.locator(".source-lines li", containing("Spolek Závěj")).hover();
        assertThat(page.locator(".record .said.lit")).containsText("Rozdává čaj");
    }

    /** Alt and a digit answer: the proposed group, a new organisation for the first name, the names left as they are. */
    private static void answerEverything(Page page) {
        Locator questions = page.locator(".questions");
        while (!page.locator(".questions.settled").isVisible()) {
            String asked = questions.locator("h2").innerText();
            if (asked.contains("Noclehárna U Mostu")) {
                Screens.answers(page)
                        .filter(new Locator.FilterOptions().setHasText("Založit"))
                        .click();
                page.locator("vaadin-dialog input").fill("Noclehárna U Mostu, z. s.");
                page.keyboard().press("Control+Enter");
            } else {
                int last = Screens.answers(page).count();
                boolean choice = asked.contains("skupiny");
                page.keyboard().press("Alt+Digit" + (choice ? 1 : last));
            }
            assertThat(questions.locator("h2")).not().hasText(asked);
        }
    }

    private static void correctFirstUpdate(Page page) {
        page.locator(".update .icon-button").first().click();
        Locator text = page.locator("vaadin-dialog vaadin-text-area textarea");
        text.fill("Od pondělí otevírá o dvě hodiny dřív. {{Jen šeptem: jen pro nás.}}");
        page.keyboard().press("Control+Enter");
        text.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private static byte[] download(Page page, String button) throws IOException {
        Download download = page.waitForDownload(
                () -> page.locator(".screen-actions a", containing(button)).click());
        return Files.readAllBytes(download.path());
    }

    /** The next file that uses the same short name is understood without a question about it. */
    private static void learnedTheAlias(Page page) {
        Screens.goTo(page, "imports");
        Screens.drop(page, "dalsi-zapis.txt", MINUTES.replace("12. listopadu", "10. prosince"));
        page.locator(".source-lines").waitFor();
        assertThat(page.locator(".record .said").first()).containsText("Noclehárna U Mostu, z. s.");
        assertThat(page.locator(".record .said").nth(1)).containsText("neznámá organizace");
    }
}
