package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the desk's scripts call, called by those who should not, or with what no script of ours sends. */
class DeskApiIT {

    private static final String WINDOW = UUID.randomUUID().toString();

    private static Browser browser;
    private static Page coordinator;
    private static Page member;
    private static String own;
    private static String foreign;
    private static String place;

    @BeforeAll
    static void signIn() {
        browser = new Browser();
        String address = DemoApplication.get().address();
        member = browser.window(address, Browser.DESKTOP, "cs", false);
        DemoApplication.signIn(member, DemoApplication.MEMBER);
        coordinator = browser.window(address, Browser.DESKTOP, "cs", false);
        DemoApplication.signIn(coordinator, DemoApplication.COORDINATOR);
        own = Desk.newestMeeting(coordinator);
        place = Desk.open(coordinator, own).places("").getFirst();
        foreign = foreignMeeting();
    }

    /** The first meeting that exists and that neither of the two may read. */
    private static String foreignMeeting() {
        Page planner = browser.window(DemoApplication.get().address(), Browser.DESKTOP, "cs", false);
        DemoApplication.signIn(planner, DemoApplication.PLANNER);
        planner.navigate("/meetings");
        planner.locator("main#content a[href^='meetings/']:not([href$='/agenda'])")
                .first()
                .waitFor();
        for (int id = 1; id < 100; id++) {
            String path = "/api/desk/" + id + "/here";
            if (send(planner, "POST", path, here()).ok()
                    && !send(coordinator, "POST", path, here()).ok()
                    && !send(member, "POST", path, here()).ok()) {
                return String.valueOf(id);
            }
        }
        throw new IllegalStateException("Everybody may read everything");
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    private static Map<String, Object> here() {
        return Map.of("window", UUID.randomUUID().toString(), "place", "/");
    }

    private static Map<String, Object> typed() {
        return Map.of("window", UUID.randomUUID().toString(), "sequence", 1, "base", "", "text", "");
    }

    private static APIResponse send(Page who, String method, String path, Object body) {
        return who.request()
                .fetch(
                        path,
                        RequestOptions.create()
                                .setMethod(method)
                                .setHeader("X-Koplan-Window", WINDOW)
                                .setHeader("Content-Type", "application/json")
                                .setTimeout(10_000)
                                .setData(body));
    }

    private static int put(Page who, String meeting, String place, Object body) {
        return status(send(who, "PUT", "/api/desk/" + meeting + "/texts/" + place, body));
    }

    /** Returns the status; no answer tells how the application is built. */
    private static int status(APIResponse answer) {
        assertThat(answer.text()).doesNotContain("Exception", "at cz.", "at org.", "java.");
        return answer.status();
    }

    /** Opens the stream in the page itself, where it can be let go; an open stream never ends as a request. */
    private static boolean follows(Page who, String meeting) {
        return Boolean.TRUE.equals(who.evaluate(
                "meeting => new Promise(done => { const stream = new EventSource(`/api/desk/${meeting}/events`);"
                        + " stream.onopen = () => { stream.close(); done(true); };"
                        + " stream.onerror = () => { stream.close(); done(false); }; })",
                meeting));
    }

    @Test
    void nobodyGetsInWithoutASession() {
        Page stranger = browser.window(DemoApplication.get().address(), Browser.DESKTOP, "cs", false);

        assertThat(put(stranger, own, place, typed())).isEqualTo(401);
        assertThat(status(send(stranger, "POST", "/api/desk/" + own + "/items/1/lines", typed())))
                .isEqualTo(401);
        assertThat(status(send(stranger, "POST", "/api/desk/" + own + "/completions", typed())))
                .isEqualTo(401);
        assertThat(status(send(stranger, "POST", "/api/desk/" + own + "/here", here())))
                .isEqualTo(401);
        assertThat(status(stranger.request().get("/api/desk/" + own + "/events")))
                .isEqualTo(401);
        stranger.context().close();
    }

    @Test
    void anotherSiteCannotWriteForWhoeverIsSignedIn() {
        for (String path : List.of("texts/" + place, "items/1/lines", "here", "completions")) {
            var options = RequestOptions.create()
                    .setMethod(path.startsWith("texts") ? "PUT" : "POST")
                    .setHeader("Content-Type", "application/json")
                    .setData(typed());
            assertThat(status(coordinator.request().fetch("/api/desk/" + own + "/" + path, options)))
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void coordinatorsWriteAndMembersRead() {
        assertThat(put(coordinator, own, place, typed())).isEqualTo(200);
        assertThat(follows(coordinator, own)).isTrue();

        assertThat(follows(member, own)).isTrue();
        assertThat(status(send(member, "POST", "/api/desk/" + own + "/here", here())))
                .isEqualTo(200);
        assertThat(put(member, own, place, typed())).isEqualTo(403);
        assertThat(status(send(member, "POST", "/api/desk/" + own + "/items/1/lines", typed())))
                .isEqualTo(403);
        assertThat(status(send(member, "POST", "/api/desk/" + own + "/completions", Map.of("text", "@", "caret", 1))))
                .isEqualTo(403);
    }

    @Test
    void othersDoNeither() {
        for (Page who : List.of(member, coordinator)) {
            assertThat(put(who, foreign, place, typed())).isEqualTo(403);
            assertThat(status(send(who, "POST", "/api/desk/" + foreign + "/items/1/lines", typed())))
                    .isEqualTo(403);
            assertThat(status(send(who, "POST", "/api/desk/" + foreign + "/here", here())))
                    .isEqualTo(403);
            assertThat(follows(who, foreign)).isFalse();
            assertThat(status(who.request().get("/api/desk/" + foreign + "/events")))
                    .isEqualTo(403);
        }
    }

    @Test
    void nonsenseIsRefusedPolitely() {
        assertThat(put(coordinator, own, place, "{\"window\": ")).isEqualTo(400);
        assertThat(put(coordinator, own, place, "[]")).isEqualTo(400);
        assertThat(put(coordinator, own, place, "{}")).isEqualTo(400);
        assertThat(put(coordinator, own, place, "{\"window\":\"" + WINDOW + "\",\"sequence\":1,\"base\":\"\"}"))
                .as("without a text nothing is erased")
                .isEqualTo(400);
        assertThat(put(
                        coordinator,
                        own,
                        place,
                        "{\"window\":\"" + WINDOW + "\",\"sequence\":1e300,\"base\":\"\",\"text\":\"\"}"))
                .isEqualTo(400);
        assertThat(put(
                        coordinator,
                        own,
                        place,
                        "{\"window\":\"" + WINDOW
                                + "\",\"sequence\":99999999999999999999,\"base\":\"\",\"text\":\"\"}"))
                .isEqualTo(400);
        assertThat(put(coordinator, own, place, "{\"window\":\"okno\",\"sequence\":1,\"base\":\"\",\"text\":\"\"}"))
                .isEqualTo(400);
        assertThat(put(
                        coordinator,
                        own,
                        place,
                        "{\"window\":\"" + WINDOW + "\",\"sequence\":-1,\"base\":\"\",\"text\":\"\"}"))
                .isEqualTo(422);
        assertThat(put(coordinator, "99999999999999999999", place, typed())).isEqualTo(400);
        assertThat(put(coordinator, "9999999999", place, typed())).isEqualTo(403);
        for (String wrong :
                List.of("entry", "entry-", "entry-x", "entry-99999999999999999999", "account-1", "-1", "%27")) {
            assertThat(put(coordinator, own, wrong, typed())).as(wrong).isEqualTo(404);
        }
        assertThat(put(coordinator, own, "entry-999999999", typed())).isEqualTo(404);
        assertThat(status(send(coordinator, "POST", "/api/desk/" + own + "/here", "{\"place\":null}")))
                .isEqualTo(400);
        assertThat(status(send(coordinator, "POST", "/api/desk/" + own + "/completions", "{}")))
                .isEqualTo(400);
        assertThat(status(send(
                        coordinator,
                        "POST",
                        "/api/desk/" + own + "/completions",
                        Map.of("text", "@a", "caret", Integer.MAX_VALUE))))
                .isIn(200, 400, 422);
        assertThat(status(send(
                        coordinator, "POST", "/api/desk/" + own + "/completions", Map.of("text", "@a", "caret", -5))))
                .isIn(200, 400, 422);
        assertThat(status(send(coordinator, "POST", "/api/desk/" + own + "/items/999999999/lines", typed())))
                .isEqualTo(404);
        assertThat(status(send(coordinator, "POST", "/api/desk/" + own + "/items/x/lines", typed())))
                .isEqualTo(400);
        assertThat(status(send(coordinator, "PATCH", "/api/desk/" + own + "/here", here())))
                .isEqualTo(405);
    }
}
