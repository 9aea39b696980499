package cz.koplan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A width, a language and a brightness in which every screen is looked at. */
record Variant(String name, int width, String language, boolean dark) {

    static final List<Variant> ALL = List.of(
            new Variant("desktop-cs-light", Browser.DESKTOP, "cs", false),
            new Variant("desktop-en-dark", Browser.DESKTOP, "en", true),
            new Variant("phone-cs-light", Browser.PHONE, "cs", false),
            new Variant("phone-en-dark", Browser.PHONE, "en", true));

    /** Opens each screen in turn, signing everybody in once, and hands it over with the page's script errors. */
    void visit(Browser browser, PackagedApplication application, Visitor visitor) {
        Map<String, Page> pages = new HashMap<>();
        for (Screens.Screen screen : Screens.ALL) {
            List<String> failures = new ArrayList<>();
            Page page = pages.computeIfAbsent(String.valueOf(screen.as()), who -> {
                Page fresh = browser.window(application.address(), width, language, dark);
                if (screen.as() != null) {
                    DemoApplication.signIn(fresh, screen.as());
                    DemoApplication.speak(fresh, language);
                }
                return fresh;
            });
            Consumer<String> failed = failures::add;
            page.onPageError(failed);
            try {
                screen.open().accept(page);
                Screens.settle(page);
            } catch (PlaywrightException e) {
                throw new AssertionError(screen.name() + " does not open, " + page.url() + " is shown", e);
            }
            visitor.see(screen, page, failures);
            page.offPageError(failed);
        }
        pages.values().stream().map(Page::context).forEach(BrowserContext::close);
    }

    interface Visitor {
        void see(Screens.Screen screen, Page page, List<String> scriptErrors);
    }

    @Override
    public String toString() {
        return name;
    }
}
