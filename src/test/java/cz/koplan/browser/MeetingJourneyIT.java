package cz.koplan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import cz.koplan.pdf.PdfChecks;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator runs a whole meeting from its creation to the PDF, by keyboard alone, at a desk and on a phone. */
class MeetingJourneyIT {

    private Page page;

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESKTOP, Browser.PHONE})
    void fromCreationToPdf(int width) throws IOException {
        try (Browser browser = new Browser()) {
            page = browser.window(DemoApplication.get().address(), width, "cs", false);
            DemoApplication.signIn(page, DemoApplication.COORDINATOR);
            DemoApplication.speak(page, "cs");
            createsTheMeeting();
            addsAnItemAndMovesItUp("Zimní provoz na šířku " + width);
            begins();
            notesAttendance();
            fillsTheRoundTable();
            typesQuickLines();
            assertThat(Browser.findings(page)).isEmpty();
            finishes();
            takesThePdfAway();
        }
    }

    private void createsTheMeeting() {
        Screens.goTo(page, "meetings");
        tabTo("Nové setkání");
        page.keyboard().press("Enter");
        page.locator("vaadin-dialog vaadin-combo-box[opened], vaadin-dialog vaadin-combo-box")
                .first()
                .waitFor();
        page.waitForFunction("() => document.activeElement.closest('vaadin-combo-box')");
        page.keyboard().type("cizinc");
        page.locator("vaadin-combo-box-item:not([hidden])").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        // The group's template and its last meeting fill in the rest.
        page.waitForFunction("() => document.querySelector('vaadin-dialog vaadin-text-field input').value");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/agenda");
        page.locator("ol.agenda > li").first().waitFor();
    }

    private void addsAnItemAndMovesItUp(String title) {
        tabTo("Přidat bod");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.activeElement.closest('vaadin-dialog, ol.agenda')"
                + " && document.activeElement.matches('input')");
        page.keyboard().type(title);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("ol.agenda > li").last()).containsText(title);
        tabTo("Posunout nahoru: " + title);
        page.keyboard().press("Enter");
        assertThat(page.locator("ol.agenda > li").last()).not().containsText(title);
    }

    private void begins() {
        tabTo("Zahájit jednání");
        page.keyboard().press("Enter");
        page.locator("main.desk koplan-quick input").waitFor();
        page.waitForFunction("() => document.querySelector('[data-desk-state]')?.textContent"
                + " && document.querySelector('.attendance-item')");
    }

    private void notesAttendance() {
        page.keyboard().press("Alt+KeyU");
        page.waitForFunction("() => document.activeElement.closest('.attendance')");
        if (!Boolean.TRUE.equals(page.evaluate("() => Boolean(document.activeElement.closest('.attendance-item'))"))) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("p");
        assertThat(page.locator(".attendance-item[data-kind=PRESENT]")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("o");
        assertThat(page.locator(".attendance-item[data-kind=EXCUSED]")).hasCount(1);
        assertThat(page.locator(".attendance h2")).containsText("1/");
    }

    private void fillsTheRoundTable() {
        while (page.locator("koplan-text[fill]").count() == 0) {
            String before = page.locator("[data-item][aria-current]").getAttribute("data-item");
            page.keyboard().press("Alt+ArrowDown");
            page.waitForFunction(
                    "before => document.querySelector('[data-item][aria-current]').dataset.item !== before", before);
            Screens.settle(page);
        }
        page.keyboard().press("Alt+KeyJ");
        assertThat(page.locator(".desk-item.now")).containsText("Informace od členů");
        page.keyboard().press("Alt+KeyN");
        page.keyboard().type("Máme dvě volná místa, {{jedno držíme pro rodinu}} a od pondělí otevíráme dřív.");
        int lines = page.locator("koplan-text[fill]").count();
        page.keyboard().press("Alt+KeyN");
        for (int i = 1; i < lines; i++) {
            page.keyboard().press("Alt+KeyB");
        }
        assertThat(page.locator("koplan-text[fill][settled]")).hasCount(lines - 1);
    }

    private void typesQuickLines() {
        page.keyboard().press("Alt+Enter");
        assertThat(page.locator(".desk-item.done")).hasCount(1);
        enter("Otevírá se noclehárna.");
        enter("#r Skupina podpoří prodloužení provozu do března.");
        enter("#usnesení Skupina doporučuje městu navýšit kapacitu nocleháren.");
        enter("!připravit přehled lůžek >+14");
        assertThat(page.locator(".desk-line .desk-kind"))
                .containsText(new String[] {"Informace", "Rozhodnutí", "Usnesení", "Úkol"});
        page.waitForFunction("() => document.querySelector('[data-desk-state]').dataset.deskState === 'saved'");
    }

    private void enter(String line) {
        int before = page.locator(".desk-kind").count();
        page.keyboard().press("Alt+KeyQ");
        page.keyboard().type(line);
        page.keyboard().press("Escape"); // closes what is offered, if anything is
        page.keyboard().press("Alt+KeyQ");
        page.keyboard().press("Enter");
        assertThat(page.locator(".desk-kind")).hasCount(before + 1);
    }

    private void finishes() {
        tabTo("Dokončit zápis");
        page.keyboard().press("Enter");
        page.locator("vaadin-dialog ul.findings li").first().waitFor();
        tabTo("Přesto dokončit, ponechat vše");
        page.keyboard().press("Space");
        tabTo("Dokončit zápis");
        page.keyboard().press("Enter");
        page.locator(".minutes-columns").waitFor();
        assertThat(page.locator("main#content")).containsText("od pondělí otevíráme dřív");
    }

    private void takesThePdfAway() throws IOException {
        byte[] internal = download("PDF interní");
        PdfChecks.assertSound(internal);
        assertThat(PdfChecks.everything(internal))
                .contains("jedno držíme pro rodinu", "Skupina podpoří prodloužení", "připravit přehled lůžek");
        byte[] published = download("PDF veřejné");
        PdfChecks.assertSound(published);
        assertThat(PdfChecks.everything(published)).contains("[…]").doesNotContain("jedno držíme pro rodinu");
    }

    private byte[] download(String link) throws IOException {
        tabTo(link);
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        return Files.readAllBytes(download.path());
    }

    /** Goes from place to place as somebody without a mouse does, until the one with this name has the focus. */
    private void tabTo(String name) {
        for (int i = 0; i < 250; i++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate("""
                    () => {
                        const at = document.activeElement;
                        // A dialog has the name of what it does, and the focus while its button still waits.
                        if (at.matches('[role=dialog], [role=alertdialog]')) {
                            return '';
                        }
                        const host = at.closest('vaadin-checkbox') ?? at;
                        return at.getAttribute('aria-label') || host.textContent.trim();
                    }""");
            if (name.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reaches " + name);
    }
}
