package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the browser is told to refuse, and that nothing of ours is among it. */
class PageProtectionIT {

    private static Browser browser;
    private static String address;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        address = DemoApplication.get().address();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    /** Opens a window that keeps what the browser refused or could not do. */
    private static Page watched(List<String> refused) {
        Page page = browser.window(address, Browser.DESKTOP, "cs", false);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                refused.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> refused.add(page.url() + ": " + error));
        return page;
    }

    @Test
    void everyScreenWorksUnderItsPolicy() {
        List<String> refused = new ArrayList<>();
        Page page = watched(refused);
        DemoApplication.signIn(page, DemoApplication.ADMINISTRATOR);
        for (String screen :
                List.of("", "accounts", "changes", "meetings", "tasks", "groups", "organisations", "people")) {
            page.navigate("/" + screen);
            page.locator("h1").first().waitFor();
            page.waitForTimeout(300);
        }
        page.locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item").first().waitFor();

        assertThat(refused).isEmpty();
        page.context().close();
    }

    @Test
    void theDeskWorksUnderItsPolicy() {
        List<String> refused = new ArrayList<>();
        Page page = watched(refused);
        DemoApplication.signIn(page, DemoApplication.COORDINATOR);
        Screens.follow(page.locator("a[href^='desk/'], a[href^='meetings/']").first());
        page.locator("h1").first().waitFor();
        page.waitForTimeout(1000);

        assertThat(refused).isEmpty();
        page.context().close();
    }

    @Test
    void scriptsThatSomebodySlipsInDoNotRun() {
        Page page = browser.window(address, Browser.DESKTOP, "cs", false);
        page.navigate("/sign-in");
        page.locator("input[name=username]").waitFor();

        page.evaluate("""
                () => {
                    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.slipped = 1">');
                    document.body.insertAdjacentHTML('beforeend', '<a href="javascript:window.slipped = 2" id="bait">x</a>');
                    document.getElementById('bait').click();
                }""");
        page.waitForTimeout(500);

        assertThat(page.evaluate("() => window.slipped")).isNull();
        page.context().close();
    }

    @Test
    void everyAnswerIsProtected() {
        Page page = browser.window(address, Browser.DESKTOP, "cs", false);
        for (String path : List.of(
                "/",
                "/sign-in",
                "/password",
                "/password/x",
                "/styles/koplan.css",
                "/icons/koplan.svg",
                "/api/desk/1/events",
                "/nowhere",
                "/VAADIN/nothing.js")) {
            APIResponse answer = page.request().get(path);
            assertThat(answer.headers())
                    .as(path)
                    .containsKeys("referrer-policy", "permissions-policy", "cross-origin-opener-policy");
            assertThat(answer.headers().get("x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(answer.headers().get("content-security-policy"))
                    .as(path)
                    .contains("frame-ancestors 'none'", "default-src 'none'")
                    .doesNotContain("script-src 'self' 'unsafe-inline'");
            assertThat(answer.headers().get("x-frame-options")).as(path).isIn("DENY", "SAMEORIGIN");
        }
        page.context().close();
    }

    @Test
    void cookiesAreOutOfReachOfScripts() {
        Page page = browser.window(address, Browser.DESKTOP, "cs", false);
        DemoApplication.signIn(page, DemoApplication.MEMBER);

        assertThat(page.context().cookies()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(String.valueOf(cookie.sameSite)).isEqualToIgnoringCase("lax");
        });
        assertThat(page.context().cookies().stream().map((Cookie cookie) -> cookie.name))
                .contains("JSESSIONID", "koplan-browser");
        page.context().close();
    }

    @Test
    void whoForgotThePasswordIsHelpedFromTheSignInPage() {
        Page page = browser.window(address, Browser.PHONE, "cs", false);
        page.navigate("/sign-in");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Zapomenuté heslo"))
                .click();
        page.waitForURL("**/password");
        assertThat(Browser.findings(page)).isEmpty();

        page.locator("input[name=email]").fill("nikdo@priklad.example");
        page.keyboard().press("Enter");
        page.locator("h1", new Page.LocatorOptions().setHasText("Podívejte se do pošty"))
                .waitFor();
        assertThat(Browser.findings(page)).isEmpty();
        page.context().close();
    }

    @Test
    void theChangeLogIsReadable() {
        Page page = browser.window(address, Browser.DESKTOP, "cs", false);
        DemoApplication.signIn(page, DemoApplication.ADMINISTRATOR);
        page.navigate("/changes");
        page.locator(".change").first().waitFor();
        assertThat(Browser.findings(page)).isEmpty();
        page.context().close();
    }

    @Test
    void aGuesserIsToldWhenToComeBack() {
        Page page = browser.window(address, Browser.DESKTOP, "cs", false);
        for (int i = 0; i < 6; i++) {
            page.navigate("/sign-in");
            page.locator("input[name=username]").fill("hadany@priklad.example");
            page.locator("input[name=password]").fill("odhad " + i);
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in?*");
        }
        page.locator("text=Zkuste to znovu za 1 minutu").waitFor();
        page.context().close();
    }
}
