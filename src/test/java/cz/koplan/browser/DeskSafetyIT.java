package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Nothing typed at the desk is lost or doubled, whatever happens to the server, the network, the session or by other
 * people. Texts are made of words that occur once, so every character is accounted for. What was counted and measured
 * is in {@code target/it/desk-safety.txt}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskSafetyIT {

    private static final String TEXTS = "**/api/desk/*/texts/*";
    private static final String LINES = "**/api/desk/*/items/*/lines";
    private static final int WITHIN_MS = 6_000;

    private static final List<String> figures = new ArrayList<>();
    private static Browser browser;
    private static PackagedApplication application;
    private static String port;
    private static String meeting;
    private static Page ann;
    private static Page bob;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = "--server.port=" + free.getLocalPort(); // what waits in a browser belongs to an address
        }
        application = PackagedApplication.start("desk-safety", "--koplan.demo=true", port);
        browser = new Browser();
        Page page = signedIn();
        meeting = Desk.newestMeeting(page);
        page.context().close();
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        application.close();
        Files.write(Path.of("target", "it", "desk-safety.txt"), figures);
    }

    private static Page signedIn() {
        Page page = browser.window(application.address(), Browser.DESKTOP, "cs", false);
        DemoApplication.signIn(page, DemoApplication.COORDINATOR);
        return page;
    }

    /** Two windows of two browsers, signed in once for all tests that leave the session alone. */
    private static Desk ann() {
        ann = ann == null ? signedIn() : ann;
        return Desk.open(ann, meeting);
    }

    private static Desk bob() {
        bob = bob == null ? signedIn() : bob;
        return Desk.open(bob, meeting);
    }

    @AfterEach
    void leaveWindowsAsTheyWere() {
        for (Page page : Stream.of(ann, bob).filter(Objects::nonNull).toList()) {
            page.unrouteAll();
            page.navigate("about:blank");
        }
    }

    /** Words that occur nowhere else, 5 characters each with the space behind. */
    private static String words(String two, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s%02d".formatted(two, i))
                .collect(Collectors.joining(" ", "", " "));
    }

    private static int occurrences(String text, String part) {
        int found = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            found++;
        }
        return found;
    }

    /** Counts what became of the words: each is there once. */
    private static void assertOnce(String what, String typed, String text) {
        List<String> all = List.of(typed.strip().split(" "));
        long lost = all.stream().filter(word -> occurrences(text, word) == 0).count();
        long doubled = all.stream().filter(word -> occurrences(text, word) > 1).count();
        figure(
                "%s: %d characters typed, %d words lost, %d doubled, %s",
                what, typed.length(), lost, doubled, text.contains(typed.strip()) ? "in one piece" : "in pieces");
        assertThat(lost).as("lost of „%s“ in „%s“", typed, text).isZero();
        assertThat(doubled).as("doubled of „%s“ in „%s“", typed, text).isZero();
        assertThat(text).contains(typed.strip());
    }

    private static void figure(String format, Object... values) {
        figures.add(format.formatted(values));
    }

    private static CDPSession latency(Page page, int milliseconds) {
        CDPSession session = page.context().newCDPSession(page);
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", milliseconds);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", conditions);
        return session;
    }

    @Test
    @Order(1)
    void whatWasTypedWhileTheServerWasKilledIsOffered() throws Exception {
        Desk desk = Desk.open(signedIn(), meeting);
        String place = desk.add("Kolečko před pádem serveru");
        String typed = words("ka", 20);
        String line = words("kl", 4).strip();
        String draft = words("kd", 3).strip();
        desk.caretToEnd(place);
        desk.type(" ");
        desk.type(typed.substring(0, 47));
        Thread killer = Thread.ofVirtual().start(() -> {
            try {
                application.process().destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        desk.type(typed.substring(47));
        killer.join();
        desk.awaitState("offline");
        assertThat(desk.words()).contains("bez spojení");
        String acknowledged = desk.acknowledged(place);
        desk.quick().focus();
        desk.type(line);
        desk.page.keyboard().press("Enter");
        desk.type(draft);

        application = PackagedApplication.start(
                PackagedApplication.extracted(), Path.of("target", "it", "desk-safety"), "--koplan.demo=true", port);
        Page page = desk.page;
        DemoApplication.signIn(page, DemoApplication.COORDINATOR);
        desk = Desk.open(page, meeting);

        assertThat(desk.stored(place)).isEqualTo(acknowledged);
        figure("kill: %d of %d characters acknowledged", acknowledged.length() - 27, typed.length());
        desk.offered().nth(1).waitFor();
        assertThat(desk.offered().allInnerTexts()).hasSize(2);
        assertThat(desk.quick().inputValue()).isEqualTo(draft);
        desk.bringAll();
        assertOnce("kill, text", typed, desk.stored(place));
        assertThat(linesLike(desk, line)).containsExactly(line);
        figure("kill: line of %d and draft of %d characters are there once", line.length(), draft.length());
        desk.quick().fill("");
        assertThat(desk.journal()).isZero();
        page.context().close();
    }

    private static List<String> linesLike(Desk desk, String line) {
        desk.until(
                "line => [...document.querySelectorAll('koplan-text textarea')].some(area => area.value === line)",
                line);
        return desk.places("entry").stream()
                .map(desk::shown)
                .filter(line::equals)
                .toList();
    }

    @Test
    @Order(2)
    void anAnswerLostAfterTheCommitDoublesNothing() {
        Desk desk = ann();
        Page page = desk.page;
        String place = desk.add("Ztracená odpověď");
        String first = words("za", 3);
        String second = words("zb", 3);
        String line = words("zl", 3).strip();
        boolean[] taken = new boolean[2];
        page.route(TEXTS, route -> loseFirstAnswer(route, taken, 0));
        desk.caretToEnd(place);
        desk.type(" " + first);
        desk.awaitState("offline");
        desk.type(second);
        page.unroute(TEXTS);
        desk.awaitState("saved");
        assertOnce("answer lost, same page", first + second, desk.stored(place));

        String third = words("zc", 3);
        String fourth = words("zd", 3);
        taken[0] = false;
        page.route(TEXTS, route -> loseFirstAnswer(route, taken, 0));
        page.route(LINES, route -> loseFirstAnswer(route, taken, 1));
        desk.type(third);
        desk.awaitState("offline");
        desk.type(fourth);
        desk.quick().fill(line);
        desk.quick().press("Enter");
        desk.page.waitForTimeout(1500);
        page.unroute(TEXTS);
        page.route(TEXTS, Route::abort);
        page.reload();
        desk.offered().nth(1).waitFor();
        assertThat(desk.offered().count()).isEqualTo(2);
        page.unroute(TEXTS);
        page.unroute(LINES);
        desk.bringAll();
        assertOnce("answer lost, page reloaded", third + fourth, desk.stored(place));
        assertThat(linesLike(desk, line)).containsExactly(line);
        assertThat(desk.journal()).isZero();

        String another = words("ze", 3).strip();
        taken[1] = false;
        page.route(LINES, route -> loseFirstAnswer(route, taken, 1));
        desk.quick().fill(another);
        desk.quick().press("Enter");
        desk.awaitState("offline");
        page.reload();
        page.unroute(LINES);
        desk.offered().first().waitFor();
        desk.bringAll();
        assertThat(linesLike(desk, another)).containsExactly(another);
        assertThat(desk.journal()).isZero();
    }

    /** Lets the first request through and loses its answer; the server is out of reach from then on. */
    private static void loseFirstAnswer(Route route, boolean[] taken, int which) {
        if (!taken[which]) {
            taken[which] = true;
            assertThat(route.fetch().status()).isEqualTo(200);
        }
        route.abort();
    }

    @Test
    @Order(3)
    void aLineEnteredWhileATextWaitsKeepsTheText() {
        Desk desk = ann();
        Page page = desk.page;
        String place = desk.add("Řádek předbíhá");
        String typed = words("ra", 3);
        page.route(TEXTS, Route::abort);
        page.route(LINES, Route::abort);
        desk.caretToEnd(place);
        desk.type(" " + typed);
        desk.awaitState("offline");
        String line = words("rl", 3).strip();
        desk.quick().fill(line);
        desk.quick().press("Enter");
        page.unroute(LINES);
        page.waitForTimeout(1000);
        page.unroute(TEXTS);
        desk.awaitState("saved");
        assertOnce("line entered while a text waits", typed, desk.stored(place));
        assertThat(linesLike(desk, line)).containsExactly(line);
        assertThat(desk.journal()).isZero();
    }

    @Test
    @Order(4)
    void typingGoesOnWithoutTheNetwork() {
        Desk other = bob();
        String place = other.add("Začátek. Konec bez sítě");
        Desk desk = ann();
        Page page = desk.page;
        page.evaluate("() => window.notReloaded = true");
        String typed = words("sa", 20);
        desk.caretToEnd(place);
        page.context().setOffline(true);
        desk.type(" " + typed.substring(0, 50));
        other.caretTo(place, "Začátek".length());
        String theirs = words("sb", 4).strip();
        other.page.keyboard().type(" " + theirs);
        other.awaitState("saved");
        desk.type(typed.substring(50));
        assertThat(desk.words()).contains("bez spojení");
        page.context().setOffline(false);
        long stored = desk.awaitState("saved");
        figure("network away: stored %d ms after its return", stored);
        assertThat(stored).isLessThan(WITHIN_MS);
        assertOnce("network away, mine", typed, desk.stored(place));
        assertOnce("network away, theirs", theirs, desk.stored(place));
        assertSettled(desk, place, typed.strip());

        String more = words("sc", 8);
        page.route("**/api/desk/**", Route::abort);
        desk.type(more);
        desk.awaitState("offline");
        page.unroute("**/api/desk/**");
        stored = desk.awaitState("saved");
        figure("requests cut off: stored %d ms after", stored);
        assertThat(stored).isLessThan(WITHIN_MS);
        assertOnce("requests cut off", more, desk.stored(place));
        assertSettled(desk, place, more.strip());
        other.awaitShown(place, more.strip());
        assertThat(other.shown(place)).isEqualTo(other.stored(place));
    }

    /** The page was not reloaded, the caret stands behind what was typed last, and the screen shows what is stored. */
    private static void assertSettled(Desk desk, String place, String last) {
        assertThat(desk.page.evaluate("() => window.notReloaded")).isEqualTo(true);
        assertThat(desk.page.evaluate("() => document.activeElement.closest('koplan-text')?.getAttribute('place')"))
                .isEqualTo(place);
        assertThat(desk.shown(place)).isEqualTo(desk.stored(place));
        int caret = ((Number) desk.area(place).evaluate("area => area.selectionStart")).intValue();
        assertThat(desk.shown(place).substring(0, caret).strip()).endsWith(last);
        assertThat(desk.journal()).isZero();
    }

    @Test
    @Order(5)
    void typingGoesOnAfterTheSessionHasExpired() {
        Desk desk = Desk.open(signedIn(), meeting);
        Page page = desk.page;
        String place = desk.add("Přihlášení");
        String first = words("pa", 5);
        String second = words("pb", 5);
        desk.caretToEnd(place);
        desk.type(" " + first);
        desk.awaitState("saved");
        page.evaluate("() => window.notReloaded = true");
        page.context().clearCookies();
        desk.type(second);
        desk.awaitState("signedOut");
        assertThat(desk.words()).contains("přihlášení vypršelo");
        Page tab = page.context().newPage();
        DemoApplication.signIn(tab, DemoApplication.COORDINATOR);
        long stored = desk.awaitState("saved");
        figure("signed in again in another tab: stored %d ms after", stored);
        assertThat(stored).isLessThan(WITHIN_MS);
        assertOnce("session expired", first + second, desk.stored(place));
        assertThat(page.evaluate("() => window.notReloaded")).isEqualTo(true);
        tab.close();

        String third = words("pc", 5);
        page.context().clearCookies();
        desk.type(third);
        desk.awaitState("signedOut");
        page.reload();
        DemoApplication.signIn(page, DemoApplication.COORDINATOR);
        desk = Desk.open(page, meeting);
        desk.offered().first().waitFor();
        desk.bringAll();
        assertOnce("session expired, page reloaded", third, desk.stored(place));
        assertThat(desk.journal()).isZero();
        page.context().close();
    }

    @Test
    @Order(6)
    void twoPeopleTypeIntoOneText() {
        Desk ann = ann();
        Desk bob = bob();
        List<CDPSession> slow = List.of(latency(ann.page, 80), latency(bob.page, 80));
        String place = ann.add("Prostředek společného textu");
        bob.awaitShown(place, "Prostředek");
        String anns = words("an", 22);
        String bobs = words("bo", 22);
        ann.caretTo(place, 0);
        bob.caretToEnd(place);
        bob.type(" ");
        for (int i = 0; i < anns.length(); i++) {
            ann.page.keyboard().type(anns.substring(i, i + 1));
            bob.page.keyboard().type(bobs.substring(i, i + 1));
            ann.page.waitForTimeout(Desk.KEY_MS - 15);
        }
        assertThat(bob.page.locator("koplan-text[place='" + place + "']").getAttribute("data-writer"))
                .contains("píše");
        assertThat(bob.page.locator("[data-item][data-others]").count()).isPositive();
        ann.awaitState("saved");
        bob.awaitState("saved");
        String stored = ann.stored(place);
        long settled = ann.until(
                "([place, text]) => document.querySelector(`koplan-text[place='${place}'] textarea`).value === text",
                List.of(place, stored));
        settled += bob.until(
                "([place, text]) => document.querySelector(`koplan-text[place='${place}'] textarea`).value === text",
                List.of(place, stored));
        figure("two people: both screens show what is stored after %d ms", settled);
        assertOnce("two people, at the start", anns, stored);
        assertOnce("two people, at the end", bobs, stored);
        assertThat(ann.area(place).evaluate("area => area.selectionStart")).isEqualTo(anns.length());
        assertThat(bob.area(place).evaluate("area => area.selectionStart === area.value.length"))
                .isEqualTo(true);
        assertThat(ann.page.locator(".dispute").count()
                        + bob.page.locator(".dispute").count())
                .isZero();

        List<Long> delays = new ArrayList<>();
        List<Long> sinceKey = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String word = "zpráva%02d".formatted(i);
            bob.page.keyboard().type(word + " ");
            long typed = System.nanoTime();
            bob.awaitState("saved");
            long acknowledged = System.nanoTime();
            ann.awaitShown(place, word);
            delays.add((System.nanoTime() - acknowledged) / 1_000_000);
            sinceKey.add((System.nanoTime() - typed) / 1_000_000);
        }
        figure("seen by the other after the acknowledgement: %s ms, after the last key: %s ms", delays, sinceKey);
        slow.forEach(CDPSession::detach);
    }

    @Test
    @Order(7)
    void whatTwoPeopleTypeAtTheSamePlaceIsShownToBoth() {
        Desk ann = ann();
        Desk bob = bob();
        String place = ann.add("Stejné místo");
        bob.awaitShown(place, "Stejné místo");
        bob.page.route(TEXTS, Route::abort);
        bob.caretToEnd(place);
        bob.type(" bobovo");
        ann.caretToEnd(place);
        ann.type(" annino");
        ann.awaitState("saved");
        bob.page.unroute(TEXTS);
        bob.page.locator(".dispute blockquote").waitFor();
        assertThat(bob.page.locator(".dispute blockquote").innerText()).contains("annino");
        assertThat(bob.shown(place)).contains("bobovo").doesNotContain("annino");
        assertThat(bob.stored(place)).isEqualTo("Stejné místo annino");
        bob.page.locator(".dispute vaadin-button").getByText("Ponechat obojí").click();
        bob.awaitState("saved");
        assertThat(bob.stored(place)).isEqualTo("Stejné místo annino\n\nStejné místo bobovo");
        ann.awaitShown(place, "bobovo");
        assertThat(ann.journal() + bob.journal()).isZero();
    }

    @Test
    @Order(8)
    void othersElsewhereDisturbNobody() {
        Desk ann = ann();
        Desk bob = bob();
        String place = ann.add("Nerušený text");
        bob.turnTo(1);
        ann.caretToEnd(place);
        ann.area(place)
                .evaluate("area => { window.left = 0; area.addEventListener('blur', () => window.left++);"
                        + " window.mine = area; }");
        String anns = words("na", 12);
        String bobs = words("nb", 12);
        ann.type(" ");
        bob.quick().focus();
        for (int i = 0; i < anns.length(); i++) {
            ann.page.keyboard().type(anns.substring(i, i + 1));
            bob.page.keyboard().type(bobs.substring(i, i + 1));
            if (i % 20 == 19) {
                bob.page.keyboard().press("Enter");
            }
            ann.page.waitForTimeout(60);
            assertThat(ann.shown(place)).endsWith(anns.substring(0, i + 1));
        }
        ann.awaitState("saved");
        bob.awaitState("saved");
        assertThat(ann.page.evaluate("() => window.left")).isEqualTo(0);
        assertThat(ann.page.evaluate("() => document.activeElement === window.mine"))
                .isEqualTo(true);
        assertOnce("others elsewhere", anns, ann.stored(place));
        assertThat(bob.places("entry").stream().map(bob::shown)).anyMatch(text -> text.contains("nb00 nb01"));
    }

    @Test
    @Order(9)
    void aTextWhoseRowWasRemovedIsStillOffered() {
        Desk ann = ann();
        Desk bob = bob();
        String place = ann.add("Odebíraný text");
        bob.awaitShown(place, "Odebíraný text");
        ann.page.route(TEXTS, Route::abort);
        String typed = words("oa", 4).strip();
        ann.caretToEnd(place);
        ann.type(" " + typed);
        bob.page
                .locator("koplan-text[place='" + place + "'] .desk-marks [data-mark=remove]")
                .click();
        ann.until("place => !document.querySelector(`koplan-text[place='${place}']`)", place);
        ann.page.unroute(TEXTS);
        ann.offered().first().waitFor();
        assertThat(ann.offered().first().locator("blockquote").innerText()).isEqualTo("Odebíraný text " + typed);
        ann.offered().first().locator("vaadin-button").first().click();
        ann.page.locator(".restore p").getByText("odebral").waitFor();
        assertThat(ann.offered().first().locator("blockquote").innerText()).isEqualTo("Odebíraný text " + typed);
        ann.awaitState("saved");
        ann.offered().first().locator("vaadin-button").last().click();
        ann.until("() => document.querySelectorAll('.restore').length === 0", null);
        assertThat(ann.journal()).isZero();
        figure("row removed: %d characters typed and offered", typed.length());
    }

    @Test
    @Order(10)
    void aHugeTextIsStoredOrRefusedInWords() {
        Desk desk = ann();
        String place = desk.add("Obrovský text");
        desk.area(place)
                .evaluate(
                        "(area, count) => { area.focus(); area.setRangeText('Věta o službě. '.repeat(count),"
                                + " area.value.length, area.value.length, 'end'); area.dispatchEvent(new Event('input', {bubbles: true})); }",
                        60_000);
        long stored = desk.awaitState("saved");
        figure("%d characters pasted: stored after %d ms", 60_000 * 15, stored);
        assertThat(desk.stored(place)).isEqualTo(desk.shown(place)).hasSize(60_000 * 15 + 13);

        desk.caretToEnd(place);
        desk.type("ještě");
        long typedOn = desk.awaitState("saved");
        figure("typed on in it: stored after %d ms", typedOn);
        assertThat(desk.stored(place)).endsWith(" ještě");

        desk.area(place)
                .evaluate(
                        "(area, count) => { area.setRangeText('x'.repeat(count), 0, 0, 'end');"
                                + " area.dispatchEvent(new Event('input', {bubbles: true})); }",
                        110_000);
        desk.page.locator(".dispute p").waitFor();
        assertThat(desk.page.locator(".dispute p").innerText()).matches("(?s).*1.000.000.*");
        assertThat(desk.shown(place)).hasSize(60_000 * 15 + 13 + 5 + 110_000);
        assertThat(desk.stored(place)).endsWith(" ještě");
        desk.area(place)
                .evaluate("area => { area.value = 'Krátký text';"
                        + " area.dispatchEvent(new Event('input', {bubbles: true})); }");
        desk.awaitState("saved");
        assertThat(desk.stored(place)).isEqualTo("Krátký text");
        assertThat(desk.page.locator(".dispute").count()).isZero();
        assertThat(desk.journal()).isZero();
    }

    @Test
    @Order(11)
    void twoTabsOfOnePersonKeepTheirTextsApart() {
        Desk first = Desk.open(signedIn(), meeting);
        BrowserContext context = first.page.context();
        String place = first.add("Uprostřed dvou karet");
        Page tab = context.newPage();
        Desk second = Desk.open(tab, meeting);
        context.route(TEXTS, Route::abort);
        String firsts = words("ta", 4);
        String seconds = words("tb", 4).strip();
        first.caretTo(place, 0);
        first.type(firsts);
        second.caretToEnd(place);
        second.type(" " + seconds);
        first.awaitState("offline");
        second.awaitState("offline");
        Page third = context.newPage();
        Desk.open(third, meeting);
        third.waitForTimeout(1000);
        assertThat(third.locator(".restore").count())
                .as("offered while its tab is there")
                .isZero();
        first.page.close();
        second.page.close();
        context.unroute(TEXTS);
        Desk left = Desk.open(third, meeting);
        left.offered().nth(1).waitFor();
        left.bringAll();
        assertOnce("two tabs, the first", firsts, left.stored(place));
        assertOnce("two tabs, the second", seconds, left.stored(place));
        assertThat(left.journal()).isZero();
        context.close();
    }
}
