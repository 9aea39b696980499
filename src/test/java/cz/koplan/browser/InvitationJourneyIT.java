package cz.koplan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * From the invitation to the filled round table: a coordinator, two members who come by their links on a phone, one of them
 * without JavaScript, and a planner who reads.
 */
class InvitationJourneyIT {

    private static final String FIRST = "Most u nádraží se zavírá, klienti k nám **nedojdou** pěšky.";
    private static final String SECOND = "Otevřeli jsme druhou poradnu, volné termíny jsou v úterý.";

    private Page coordinator;
    private String subject;

    @Test
    void fromTheInvitationToTheFilledRoundTable() {
        try (Browser browser = new Browser()) {
            String address = DemoApplication.get().address();
            coordinator = browser.window(address, Browser.DESKTOP, "cs", false);
            DemoApplication.signIn(coordinator, DemoApplication.COORDINATOR);
            DemoApplication.speak(coordinator, "cs");
            opensTheInvitations();
            invites();

            Page phone = browser.window(address, Browser.PHONE, "cs", false);
            comesAndReports(phone, linkOf("silvie.odstavcova@priklad.example"));
            Page plain = browser.withoutScripts(address, Browser.PHONE, "cs");
            excusesAndReports(plain, linkOf("leos.prevoznik@priklad.example"));

            seesWhoReported();
            fillsTheDesk();
            plannerReads(browser.window(address, Browser.DESKTOP, "cs", false));
        }
    }

    private String linkOf(String email) {
        return DemoApplication.link(DemoApplication.mail(email, subject));
    }

    private void opensTheInvitations() {
        Screens.goTo(coordinator, "meetings");
        Screens.follow(coordinator.locator("main#content a[href$='/agenda']").first());
        Screens.follow(coordinator.locator("main#content a[href$='/invitations']"));
        coordinator.locator("ul.invited > li").first().waitFor();
    }

    private void invites() {
        button(coordinator, "Pozvat").click();
        Locator send = coordinator.locator("vaadin-dialog vaadin-button[theme~=primary]");
        send.waitFor();
        subject = coordinator
                .locator("vaadin-dialog .mail-preview .strong")
                .first()
                .innerText()
                .replaceFirst("(?s)^Předmět: ([^\n]*).*", "$1");
        assertThat(Browser.findings(coordinator)).isEmpty();
        send.click();
        assertThat(coordinator.locator(".said-last")).containsText("odejd");
        assertThat(Browser.findings(coordinator)).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void comesAndReports(Page page, String link) {
        page.navigate(link);
        assertThat(Browser.findings(page)).isEmpty();
        button(page, "Přijdu").click();
        assertThat(page.locator(".note[role=status]")).isVisible();
        page.locator("#text").fill(FIRST);
        assertThat(page.locator("#state")).containsText("uloženo");
        page.reload(); // what was drafted is there
        assertThat(page.locator("#text")).hasValue(FIRST);
        page.locator("details:has(input[name=signals]) > summary").click();
        page.locator("input[name=signals][value=NEED_NOT_MET]").check();
        assertThat(Browser.findings(page)).isEmpty();
        button(page, "Odeslat zprávu").click();
        assertThat(page.locator(".note[role=status]")).isVisible();
        assertThat(Browser.findings(page)).isEmpty();
        assertThat((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
        page.locator("a[href*='/organisation?']").click();
        assertThat(page.locator("h1")).containsText("Občanská poradna");
        assertThat(page.locator("main")).containsText("nedojdou");
        assertThat(Browser.findings(page)).isEmpty();
    }

    private static void excusesAndReports(Page page, String link) {
        page.navigate(link);
        page.locator("details:has(#reason) > summary").click();
        page.locator("#reason").fill("dovolená");
        button(page, "Odeslat omluvu").click();
        assertThat(page.locator(".note[role=status]")).isVisible();
        page.locator("#text").fill(SECOND);
        button(page, "Uložit rozepsané").last().click();
        assertThat(page.locator("#text")).hasValue(SECOND);
        button(page, "Odeslat zprávu").click();
        assertThat(page.locator(".note[role=status]")).isVisible();
        page.goBack();
        page.goBack();
        page.navigate(link);
        assertThat(page.locator("#text")).hasValue(SECOND);
        assertThat(page.context().cookies()).isEmpty();
    }

    private void seesWhoReported() {
        coordinator.reload();
        assertThat(coordinator.locator(".invited-counts")).containsText("2 z ");
        assertThat(coordinator.locator(".invited-counts")).containsText("omluveno 1");
    }

    private void fillsTheDesk() {
        Screens.follow(coordinator.locator("main#content a[href$='/agenda']"));
        button(coordinator, "Zahájit jednání").click();
        coordinator.locator("main.desk koplan-quick input").waitFor();
        coordinator
                .locator("[data-item]")
                .filter(new Locator.FilterOptions().setHasText("Informace od členů"))
                .first()
                .click();
        assertThat(coordinator.locator("koplan-text[fill]").first()).isVisible();
        Locator texts = coordinator.locator("koplan-text[fill] textarea");
        coordinator.waitForFunction(
                "wanted => wanted.every(text => [...document.querySelectorAll('koplan-text[fill] textarea')]"
                        + ".some(area => area.value === text))",
                new String[] {FIRST, SECOND});
        assertThat(texts.count()).isGreaterThan(2);
    }

    private void plannerReads(Page page) {
        DemoApplication.signIn(page, DemoApplication.PLANNER);
        page.navigate(coordinator.url().replace("/desk/", "/meetings/"));
        assertThat(page.locator("main#content")).containsText("Otevřeli jsme druhou poradnu");
        assertThat(page.locator("main#content")).containsText("nedojdou");
    }
}
