package cz.koplan.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The packaged application on the demonstration data, one for all browser tests of the JVM, and the people in it. */
final class DemoApplication {

    static final String ADMINISTRATOR = "spravce@priklad.example";
    static final String PLANNER = "planovac@priklad.example";
    static final String COORDINATOR = "koordinatorka@priklad.example";
    static final String MEMBER = "clen@priklad.example";
    static final String PASSWORD = "koplan-demo-1";

    private static PackagedApplication running;

    private DemoApplication() {}

    static synchronized PackagedApplication get() {
        if (running == null) {
            running = PackagedApplication.start("demo", "--koplan.demo=true");
        }
        return running;
    }

    static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.locator("vaadin-app-layout").waitFor();
    }

    /** Chooses the language in the account menu, unless it is spoken already. */
    static void speak(Page page, String language) {
        if (!language.equals(page.evaluate("() => document.documentElement.lang"))) {
            page.locator("vaadin-menu-bar-button").first().click();
            page.locator("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText("Language"))
                    .click();
            String name = language.equals("cs") ? "Čeština" : "English";
            page.locator("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .click();
            page.waitForFunction("language => document.documentElement.lang === language", language);
            page.locator("vaadin-app-layout").waitFor();
        }
    }
}
