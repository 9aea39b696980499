package cz.koplan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cz.koplan.Region;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** The pages for who has no password yet or forgot it. */
class PasswordPagesTest extends WebTest {

    private static final String NEW = "docela nové heslo";

    private MockHttpServletResponse open(String path) throws Exception {
        var answer = web.perform(get(URI.create(path))).andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
        return answer.getResponse();
    }

    private MockHttpServletResponse set(String path, String password, String again) throws Exception {
        return web.perform(post(URI.create(path)).param("password", password).param("again", again))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse ask(String email, String address) throws Exception {
        return web.perform(post("/password").param("email", email).with(from(address)))
                .andReturn()
                .getResponse();
    }

    private List<String> mails() {
        return db.fetch("select kind, recipient_address from mail where kind like 'PASSWORD%' order by id")
                .map(mail -> mail.get(0) + " " + mail.get(1));
    }

    private Actor invite() {
        AccountId id = new AccountId(as(
                        region.admin,
                        () -> service(AccountService.class)
                                .invite(region.stranger, new AccountData("novy@priklad.cz", false, false, true)))
                .value());
        return new Actor(id, region.stranger, "Jan Neznámý", false, false);
    }

    @Test
    void aNewAccountSetsItsPasswordByTheInvitation() throws Exception {
        Actor invited = invite();
        assertThat(mails()).containsExactly("PASSWORD_INVITATION novy@priklad.cz");
        assertThat(db.fetchSingle("select text_body from mail where kind like 'PASSWORD%'")
                        .get(0, String.class))
                .contains("novy@priklad.cz", "{{personal-link}}", "týden");
        String link = latestLink(invited);

        MockHttpServletResponse page = open(link);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Jan Neznámý", "novy@priklad.cz", "autocomplete=\"new-password\"", "lang=\"cs\"")
                .doesNotContain("<script", "style=\"");
        MockHttpServletResponse done = set(link, NEW, NEW);

        assertThat(done.getStatus()).isEqualTo(200);
        assertThat(done.getContentAsString()).contains("Heslo je nastavené", "/sign-in");
        assertThat(outcome("novy@priklad.cz", NEW, OFFICE)).isEqualTo("in");
    }

    @Test
    void readingTheLinkChangesNothing() throws Exception {
        String link = latestLink(invite());
        for (int i = 0; i < 3; i++) {
            assertThat(open(link).getStatus()).isEqualTo(200);
        }
        assertThat(set(link, NEW, NEW).getStatus()).isEqualTo(200);
    }

    @Test
    void aLinkWorksOnce() throws Exception {
        String link = latestLink(invite());
        set(link, NEW, NEW);

        assertThat(open(link).getStatus()).isEqualTo(404);
        assertThat(set(link, "ještě jiné heslo", "ještě jiné heslo").getStatus())
                .isEqualTo(404);
        assertThat(outcome("novy@priklad.cz", NEW, OFFICE)).isEqualTo("in");
    }

    @Test
    void twoClicksAtOnceSetOnePassword() throws Exception {
        String link = latestLink(invite());
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = threads
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> set(link, NEW, NEW).getStatus(),
                            () -> set(link, NEW, NEW).getStatus()))
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses).contains(200).isSubsetOf(200, 404);
        }
        assertThat(outcome("novy@priklad.cz", NEW, OFFICE)).isEqualTo("in");
    }

    @Test
    void wrongUsedExpiredAndForeignLinksLookTheSame() throws Exception {
        String used = latestLink(invite());
        set(used, NEW, NEW);
        ask(email(region.planner), OFFICE);
        String expired = latestLink(region.planner);
        transaction.executeWithoutResult(status -> db.execute(
                "update personal_link set expires_at = utc_timestamp() - interval 1 second where person_id = "
                        + region.planner.person().value()));
        ask(email(region.admin), OFFICE);
        String switchedOff = latestLink(region.admin);
        transaction.executeWithoutResult(status -> db.execute("update account set active = false where id = "
                + region.admin.account().value()));

        String friendly = open("/password/" + "x".repeat(43)).getContentAsString();
        assertThat(friendly).contains("Tento odkaz neplatí", "/sign-in");
        for (String link : List.of(used, expired, switchedOff, "/password/x", "/password/a/b", "/password/%3Cb%3E")) {
            MockHttpServletResponse page = open(link);
            assertThat(page.getStatus()).as(link).isEqualTo(404);
            assertThat(page.getContentAsString()).as(link).isEqualTo(friendly);
            assertThat(set(link, NEW, NEW).getContentAsString()).as(link).isEqualTo(friendly);
        }
    }

    @Test
    void whatCannotBeAPasswordIsSaidAndTheLinkStays() throws Exception {
        String link = latestLink(invite());

        assertThat(set(link, "krátké", "krátké").getContentAsString()).contains("Heslo má mít nejméně 10 znaků");
        assertThat(set(link, NEW, NEW + "x").getContentAsString()).contains("Hesla se liší");
        assertThat(set(link, "ž".repeat(40), "ž".repeat(40)).getStatus()).isEqualTo(422);
        assertThat(set(link, NEW, NEW).getStatus()).isEqualTo(200);
    }

    @Test
    void whoForgotGetsALinkForAnHour() throws Exception {
        MockHttpServletResponse answer = ask(" " + email(region.planner), OFFICE);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(mails()).containsExactly("PASSWORD_RESET " + email(region.planner));
        assertThat(db.fetchSingle("select timestampdiff(minute, utc_timestamp(), expires_at) from personal_link")
                        .get(0, int.class))
                .isBetween(58, 60);
        String link = latestLink(region.planner);
        set(link, NEW, NEW);
        assertThat(outcome(email(region.planner), NEW, OFFICE)).isEqualTo("in");
        assertThat(outcome(email(region.planner), Region.PASSWORD, OFFICE)).isEqualTo("wrong");
    }

    @Test
    void theBrowserThatSetThePasswordIsKnownAtOnce() throws Exception {
        ask(email(region.planner), OFFICE);
        Cookie browser = set(latestLink(region.planner), NEW, NEW).getCookie(Origin.COOKIE);
        assertThat(browser).isNotNull();
        for (int i = 0; i < 6; i++) {
            outcome(email(region.planner), "odhad", OFFICE);
        }

        assertThat(outcome(email(region.planner), NEW, OFFICE)).isEqualTo("wait");
        assertThat(outcome(signIn(email(region.planner), NEW, OFFICE, browser))).isEqualTo("in");
    }

    @Test
    void whoWasInvitedAndNeverCameIsInvitedAgain() throws Exception {
        invite();
        ask("novy@priklad.cz", OFFICE);

        assertThat(mails())
                .containsExactly("PASSWORD_INVITATION novy@priklad.cz", "PASSWORD_INVITATION novy@priklad.cz");
    }

    @Test
    void theAnswerDoesNotTellWhoHasAnAccount() throws Exception {
        String known = email(region.planner);
        ask(known, ELSEWHERE);
        long start = System.nanoTime();
        MockHttpServletResponse forKnown = ask(known, OFFICE);
        long middle = System.nanoTime();
        MockHttpServletResponse forUnknown = ask("nikdo.takovy@priklad.cz", OFFICE);
        long end = System.nanoTime();

        assertThat(forUnknown.getStatus()).isEqualTo(forKnown.getStatus());
        assertThat(forUnknown.getContentAsString().replace("nikdo.takovy@priklad.cz", "X"))
                .isEqualTo(forKnown.getContentAsString().replace(known, "X"));
        assertThat(Duration.ofNanos(Math.abs((end - middle) - (middle - start))))
                .isLessThan(Duration.ofMillis(150));
        assertThat(mails()).hasSize(2).allMatch(mail -> mail.endsWith(known));
    }

    @Test
    void mailsToOneAccountAreFew() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(email(region.planner), OFFICE).getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = ask(email(region.planner), OFFICE);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentAsString()).contains("Zkuste to znovu za 1 minutu");
        assertThat(mails()).hasSize(3);
        assertThat(ask(email(region.admin), OFFICE).getStatus()).isEqualTo(200);
    }

    @Test
    void nonsenseInsteadOfAnAddressIsRefusedPolitely() throws Exception {
        for (String nonsense : List.of("", "nic", "a b@c", "x".repeat(300) + "@priklad.cz", "<b>@")) {
            assertThat(ask(nonsense, OFFICE).getStatus()).isEqualTo(422);
        }
        assertThat(mails()).isEmpty();
    }

    @Test
    void anotherAddressOrASwitchedOffAccountEndsTheLink() throws Exception {
        Actor invited = invite();
        String link = latestLink(invited);
        Account seen = as(region.admin, () -> service(AccountService.class).all()).stream()
                .filter(account -> account.id().equals(invited.account()))
                .findFirst()
                .orElseThrow();
        as(
                region.admin,
                () -> service(AccountService.class)
                        .update(
                                invited.account(),
                                seen.version(),
                                new AccountData("spravny@priklad.cz", false, false, true)));

        assertThat(open(link).getStatus()).isEqualTo(404);
        as(region.admin, () -> service(PasswordService.class).sendLink(invited.account()));
        assertThat(mails()).last().isEqualTo("PASSWORD_INVITATION spravny@priklad.cz");
    }

    @Test
    void thePagesSpeakTheLanguageOfTheAccountOrTheBrowser() throws Exception {
        transaction.executeWithoutResult(status -> db.execute("update account set language = 'en' where id = "
                + region.planner.account().value()));
        ask(email(region.planner), OFFICE);

        assertThat(db.fetchSingle("select subject from mail where kind like 'PASSWORD%'")
                        .get(0))
                .isEqualTo("Koplán: new password");
        assertThat(open(latestLink(region.planner)).getContentAsString()).contains("Setting a password");
        assertThat(web.perform(get("/password").locale(java.util.Locale.ENGLISH))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Forgotten password", "lang=\"en\"");
    }

    @Test
    void nobodyReadsOrKeepsTheAddressOfTheLink() throws Exception {
        MockHttpServletResponse page = open("/password/x");

        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
                        + " base-uri 'none'");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.getHeader("Permissions-Policy")).contains("camera=()");
    }
}
