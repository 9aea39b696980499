package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen on a desktop and a phone, in both languages and brightnesses: axe finds nothing, nothing runs over. */
class ScreensIT {

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    static Stream<Variant> variants() {
        return Variant.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void areAccessibleAndFit(Variant variant) {
        List<String> findings = new ArrayList<>();
        variant.visit(browser, DemoApplication.get(), (screen, page, scriptErrors) -> {
            Browser.findings(page).forEach(finding -> findings.add(screen.name() + ": " + finding));
            scriptErrors.forEach(error -> findings.add(screen.name() + ": " + error));
            Number over = (Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
            if (over.intValue() > 0) {
                findings.add(screen.name() + " is " + over + " px too wide");
            }
            if (!variant.language().equals(page.evaluate("() => document.documentElement.lang"))) {
                findings.add(screen.name() + " speaks another language");
            }
        });
        assertThat(findings).isEmpty();
    }
}
