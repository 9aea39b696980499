package cz.koplan.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The desk of a meeting in one window, as somebody who types at it sees it. */
final class Desk {

    /** Between two keys of somebody who types eight a second. */
    static final int KEY_MS = 125;

    final Page page;
    final String meeting;
    private final UUID asking = UUID.randomUUID();
    private int asked;

    private Desk(Page page, String meeting) {
        this.page = page;
        this.meeting = meeting;
    }

    static Desk open(Page page, String meeting) {
        page.navigate("/desk/" + meeting);
        Desk desk = new Desk(page, meeting);
        desk.await();
        return desk;
    }

    private void await() {
        page.locator("koplan-text textarea").first().waitFor();
        page.waitForFunction("() => window.koplanDesk && document.querySelector('[data-meeting][data-account]')");
    }

    /** The number of the newest meeting that the person signed in sees. */
    static String newestMeeting(Page page) {
        page.navigate("/meetings");
        Locator first = page.locator("main#content a[href^='meetings/']:not([href$='/agenda'])")
                .first();
        first.waitFor();
        return first.getAttribute("href").replaceAll("\\D+", " ").strip().split(" ")[0];
    }

    /** Turns to an item of the agenda, the first has number 0. */
    void turnTo(int item) {
        Locator there = page.locator("[data-item]").nth(item);
        there.click();
        until(
                "item => document.querySelector('koplan-quick').getAttribute('item') === item.replace('item-', '')",
                there.getAttribute("data-item"));
    }

    /** The places of the texts shown, of one kind ({@code entry}) or all of them (empty). */
    List<String> places(String kind) {
        return page.locator(kind.isEmpty() ? "koplan-text" : "koplan-text[place^='" + kind + "-']").all().stream()
                .map(field -> field.getAttribute("place"))
                .toList();
    }

    Locator area(String place) {
        return page.locator("koplan-text[place='" + place + "'] textarea");
    }

    Locator quick() {
        return page.locator("koplan-quick input");
    }

    String shown(String place) {
        return area(place).inputValue();
    }

    void type(String text) {
        page.keyboard().type(text, new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(KEY_MS));
    }

    void caretTo(String place, int position) {
        area(place).evaluate("(area, at) => { area.focus(); area.setSelectionRange(at, at); }", position);
    }

    void caretToEnd(String place) {
        area(place).evaluate("area => { area.focus(); area.setSelectionRange(area.value.length, area.value.length); }");
    }

    /** saved, saving, offline, signedOut or noRight. */
    String state() {
        return page.locator("[data-desk-state]").getAttribute("data-desk-state");
    }

    String words() {
        return page.locator("[data-desk-state]").innerText();
    }

    /** Waits without touching anything; returns the milliseconds that it took. */
    long awaitState(String state) {
        return until("state => document.querySelector('[data-desk-state]').dataset.deskState === state", state);
    }

    long awaitShown(String place, String text) {
        return until(
                "([place, text]) => document.querySelector(`koplan-text[place='${place}'] textarea`)?.value.includes(text)",
                List.of(place, text));
    }

    long until(String condition, Object argument) {
        long start = System.nanoTime();
        page.waitForFunction(condition, argument, new Page.WaitForFunctionOptions().setPollingInterval(10));
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What the database holds: an edit that changes nothing is answered with it. */
    String stored(String place) {
        var answer = page.request()
                .put(
                        "/api/desk/" + meeting + "/texts/" + place,
                        RequestOptions.create()
                                .setHeader("X-Koplan-Window", "test")
                                .setData(Map.of("window", asking, "sequence", ++asked, "base", "", "text", "")));
        if (!answer.ok()) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return com.google.gson.JsonParser.parseString(answer.text())
                .getAsJsonObject()
                .get("text")
                .getAsString();
    }

    /** Enters a line and returns the place of the entry it became. */
    String add(String line) {
        quick().fill(line);
        quick().press("Enter");
        until("text => [...document.querySelectorAll('koplan-text textarea')].some(area => area.value === text)", line);
        return (String) page.evaluate(
                "text => [...document.querySelectorAll('koplan-text')].find(one => one.value === text).getAttribute('place')",
                line);
    }

    /** What waits in this device, without the drafts of quick lines. */
    int journal() {
        return ((Number) page.evaluate(
                        "() => Object.keys(localStorage).filter(key => key.startsWith('koplan-desk:')).length"))
                .intValue();
    }

    /** The part of what is typed that the server acknowledged, as the journal of this window knows it. */
    String acknowledged(String place) {
        return (String) page.evaluate(
                "place => JSON.parse(localStorage[Object.keys(localStorage).find(key => key.includes(`:${place}:`))]).base",
                place);
    }

    Locator offered() {
        return page.locator("[data-desk-restore] .restore");
    }

    /** Brings everything offered into the minutes. */
    void bringAll() {
        while (offered().count() > 0) {
            int before = offered().count();
            offered().first().locator("vaadin-button").first().click();
            until("count => document.querySelectorAll('[data-desk-restore] .restore').length < count", before);
        }
    }
}
