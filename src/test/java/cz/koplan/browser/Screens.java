package cz.koplan.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Every screen of the application, who sees it and how to get there. */
final class Screens {

    /** {@code open} leads a signed-in page (null: nobody is signed in) to the screen and waits until it is there. */
    record Screen(String name, String as, Consumer<Page> open) {}

    private static final String OLD_MINUTES = """
            Setkání pracovní skupiny pro cizince a národnostní menšiny

            3. března 2020, 10:00 hod, online

            Program:
            1. Informace od členů
            2. Plán na léto

            Přítomni: Jana Malá, Petr Dlouhý (Knihovna Na Rohu)

            - Knihovna Na Rohu. Čte se tu i v arabštině.
            - Spolek Lávka. Má volné dva termíny tlumočení.

            2. Plán na léto
            Tábor bude v červenci. Úkol: Sehnat autobus – zodpovídá: Spolek Lávka, termín: 1. 6. 2020

            Zapsala: Jana Malá
            """;

    static final List<Screen> ALL = List.of(
            new Screen("sign-in", null, page -> {
                page.navigate("/sign-in");
                page.locator("vaadin-login-form").waitFor();
            }),
            at("home", DemoApplication.COORDINATOR, ""),
            at("mail", DemoApplication.ADMINISTRATOR, "mail"),
            at("home-member", DemoApplication.MEMBER, ""),
            at("meetings", DemoApplication.COORDINATOR, "meetings"),
            new Screen("meeting", DemoApplication.COORDINATOR, page -> {
                goTo(page, "meetings");
                openMeeting(page);
                page.locator(".minutes-columns").waitFor();
            }),
            new Screen("meeting-form", DemoApplication.COORDINATOR, page -> {
                goTo(page, "meetings");
                openMeeting(page);
                page.locator(".update .icon-button").first().click();
                page.locator("vaadin-dialog vaadin-text-area").waitFor();
            }),
            new Screen("meeting-member", DemoApplication.MEMBER, page -> {
                goTo(page, "meetings");
                openMeeting(page);
                page.locator(".minutes-columns").waitFor();
            }),
            new Screen("meeting-new", DemoApplication.COORDINATOR, page -> {
                goTo(page, "meetings");
                page.locator("main#content vaadin-button[theme~=primary]").click();
                page.locator("vaadin-dialog vaadin-date-picker").first().waitFor();
            }),
            new Screen("agenda", DemoApplication.COORDINATOR, page -> {
                goTo(page, "meetings");
                follow(page.locator("main#content a[href$='/agenda']").first());
                page.locator("ol.agenda > li").first().waitFor();
            }),
            new Screen("template", DemoApplication.COORDINATOR, page -> {
                goTo(page, "meetings");
                follow(page.locator("main#content a[href$='/agenda']").first());
                follow(page.locator("main#content a[href^='meeting-template/']"));
                page.waitForURL("**/meeting-template/*");
            }),
            new Screen("revisions", DemoApplication.COORDINATOR, page -> {
                goTo(page, "meetings");
                openMeeting(page);
                follow(page.locator("main#content a[href$='/revisions']"));
                page.waitForURL("**/revisions");
            }),
            new Screen("desk", DemoApplication.COORDINATOR, Screens::openDesk),
            new Screen("desk-topic", DemoApplication.COORDINATOR, page -> {
                openDesk(page);
                page.locator(".desk-item").last().click();
                page.locator(".desk-kind").first().waitFor();
            }),
            new Screen("desk-keys", DemoApplication.COORDINATOR, page -> {
                openDesk(page);
                page.locator("[data-desk-click=help]").click();
                page.locator("vaadin-dialog .desk-keys").first().waitFor();
            }),
            new Screen("desk-finish", DemoApplication.COORDINATOR, page -> {
                openDesk(page);
                page.locator("main#content vaadin-button[theme~=primary]").click();
                page.locator("vaadin-dialog vaadin-button[theme~=primary]").waitFor();
            }),
            new Screen("projector", DemoApplication.COORDINATOR, page -> {
                openDesk(page);
                page.navigate(page.url() + "/present");
                page.locator(".projector h1").waitFor();
            }),
            new Screen("tasks", DemoApplication.COORDINATOR, page -> {
                goTo(page, "tasks");
                page.locator("main#content .link-button").first().waitFor();
            }),
            new Screen("task", DemoApplication.COORDINATOR, page -> {
                goTo(page, "tasks");
                page.locator("main#content .link-button").first().click();
                page.locator("vaadin-dialog .task-steps").waitFor();
            }),
            at("resolutions", DemoApplication.MEMBER, "resolutions"),
            at("groups", DemoApplication.COORDINATOR, "groups"),
            new Screen("group", DemoApplication.ADMINISTRATOR, page -> {
                goTo(page, "groups");
                follow(page.locator("main#content a[href^='groups/']").first());
                page.locator("ul.cards").first().waitFor();
            }),
            new Screen("attendance", DemoApplication.PLANNER, page -> {
                goTo(page, "groups");
                follow(page.locator("main#content a[href^='groups/']").first());
                follow(page.locator("main#content a[href^='attendance/']"));
                page.locator("vaadin-grid").waitFor();
            }),
            at("organisations", DemoApplication.PLANNER, "organisations"),
            new Screen("organisation-form", DemoApplication.PLANNER, page -> {
                goTo(page, "organisations");
                page.locator("main#content .icon-button").first().click();
                page.locator("vaadin-dialog vaadin-multi-select-combo-box").waitFor();
            }),
            new Screen("invitations", DemoApplication.COORDINATOR, Screens::openInvitations),
            new Screen("mail-words", DemoApplication.COORDINATOR, page -> {
                openInvitations(page);
                follow(page.locator("main#content a[href$='/mail-words']"));
                page.locator("vaadin-text-area").waitFor();
            }),
            new Screen("organisation", DemoApplication.PLANNER, page -> {
                goTo(page, "organisations");
                follow(page.locator("main#content a[href$='/page']").nth(3));
                page.waitForURL("**/page");
            }),
            at("barometer", DemoApplication.PLANNER, "barometer"),
            new Screen("barometer-updates", DemoApplication.PLANNER, page -> {
                goTo(page, "barometer");
                follow(page.locator("main#content td a").last());
                page.waitForURL("**/barometer/updates**");
            }),
            at("changes", DemoApplication.ADMINISTRATOR, "changes"),
            new Screen("part", DemoApplication.MEMBER, page -> {
                goTo(page, "");
                follow(page.locator("main#content a[href$='/part']").first());
                page.locator("#text").waitFor();
            }),
            new Screen("bad-link", null, page -> page.navigate("/m/nobody")),
            at("services", DemoApplication.PLANNER, "services"),
            at("code-lists", DemoApplication.PLANNER, "code-lists"),
            at("people", DemoApplication.COORDINATOR, "people"),
            at("accounts", DemoApplication.ADMINISTRATOR, "accounts"),
            at("imports", DemoApplication.COORDINATOR, "imports"),
            new Screen("import", DemoApplication.COORDINATOR, page -> {
                goTo(page, "imports");
                drop(page, "zapis-2020-03.txt", OLD_MINUTES);
                page.locator(".source-lines").waitFor();
            }),
            at("not-found", DemoApplication.COORDINATOR, "nowhere"),
            at("no-right", DemoApplication.MEMBER, "accounts"));

    private Screens() {}

    /** Opens the invitations of the meeting to which the demonstration has invited. */
    private static void openInvitations(Page page) {
        goTo(page, "");
        follow(page.locator("main#content li")
                .filter(new Locator.FilterOptions().setHasText("cizince"))
                .first()
                .locator("a")
                .first());
        follow(page.locator("main#content a[href$='/invitations']"));
        page.locator("ul.invited > li").first().waitFor();
    }

    /** Opens the newest meeting that was held. */
    static void openMeeting(Page page) {
        follow(page.locator("main#content a[href^='meetings/']:not([href$='/agenda'])")
                .first());
    }

    /** Opens the desk of the newest meeting that was held. */
    static void openDesk(Page page) {
        goTo(page, "meetings");
        openMeeting(page);
        follow(page.locator("main#content a[href^='desk/']"));
        page.locator("koplan-text textarea").first().waitFor();
    }

    private static Screen at(String name, String as, String path) {
        return new Screen(name, as, page -> goTo(page, path));
    }

    static void goTo(Page page, String path) {
        page.navigate("/" + path);
        page.locator("main#content h1").waitFor();
        settle(page);
    }

    /**
     * Goes where a link leads. By its address, not by a click: the client's router loses clicks of the moment in which the
     * last screen is shown but not yet in the address bar.
     */
    static void follow(Locator link) {
        link.page().navigate((String) link.evaluate("link => link.href"));
        settle(link.page());
    }

    static void drop(Page page, String name, String text) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits until Flow has nothing left to do and grids show their rows. */
    static void settle(Page page) {
        page.waitForFunction("() => document.querySelector('link[href$=\"/light.css\"]')"
                + " || window.Vaadin && Vaadin.Flow && Vaadin.Flow.clients"
                + " && Object.values(Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive())"
                + " && ![...document.querySelectorAll('vaadin-grid')].some(grid => grid.loading)");
    }

    static Locator answers(Page page) {
        return page.locator(".questions .answers vaadin-button");
    }
}
