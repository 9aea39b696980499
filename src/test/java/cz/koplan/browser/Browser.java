package cz.koplan.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Chromium or Chrome, driven by Playwright. */
public final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    public static final int DESKTOP = 1280;
    public static final int PHONE = 390;

    /** How long a page may take, in milliseconds, on a machine that builds meanwhile. */
    private static final int PATIENCE = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    public Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(QUIET));
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("KOPLAN_BROWSER"))
                .map(Path::of)
                .or(() -> Stream.of(System.getenv("PATH").split(":"))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                        .filter(java.nio.file.Files::isExecutable)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("No Chromium or Chrome found; set KOPLAN_BROWSER"));
    }

    /** Opens a window of this width, in this language ({@code cs} or {@code en}) and brightness. */
    public Page window(String address, int width, String language, boolean dark) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setLocale(language)
                .setHasTouch(width == PHONE)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    /** Opens a window that runs no scripts. */
    Page withoutScripts(String address, int width, String language) {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setViewportSize(width, 844)
                        .setLocale(language)
                        .setJavaScriptEnabled(false))
                .newPage();
    }

    /** Returns what axe finds against WCAG 2.1 AA and its best practices, one line per finding. */
    public static List<String> findings(Page page) {
        return new AxeBuilder(page)
                        // Flow draws its connection indicator outside of every landmark; it is hidden while all is
                        // well.
                        .exclude("vaadin-connection-indicator")
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> page.url() + " " + rule.getId() + ": " + rule.getHelp() + " – "
                                        + node.getHtml()))
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
