package cz.koplan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cz.koplan.Region;
import cz.koplan.shared.actor.Actor;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Signing in, and the brake on guessing. */
class SignInTest extends WebTest {

    @Test
    void theRightPasswordSignsInWhateverTheLettersOfTheAddress() throws Exception {
        assertThat(outcome(" " + email(region.planner).toUpperCase(java.util.Locale.ROOT), Region.PASSWORD, OFFICE))
                .isEqualTo("in");
        assertThat(outcome(email(region.planner), "něco jiného", OFFICE)).isEqualTo("wrong");
        assertThat(outcome("nikdo@priklad.cz", Region.PASSWORD, OFFICE)).isEqualTo("wrong");
    }

    @Test
    void nobodySignsInToAnAccountSwitchedOffOrWithoutAPassword() throws Exception {
        transaction.executeWithoutResult(status -> {
            db.execute("update account set active = false where id = "
                    + region.planner.account().value());
            db.execute("update account set password_hash = null where id = "
                    + region.admin.account().value());
        });

        assertThat(outcome(email(region.planner), Region.PASSWORD, OFFICE)).isEqualTo("wrong");
        assertThat(outcome(email(region.admin), Region.PASSWORD, OFFICE)).isEqualTo("wrong");
        assertThat(outcome(email(region.admin), "", OFFICE)).isEqualTo("wrong");
    }

    @Test
    void aSessionOfferedByAStrangerIsChangedAtTheSignIn() throws Exception {
        MockHttpSession offered = new MockHttpSession();
        String before = offered.getId();

        var session = web.perform(post("/sign-in")
                        .session(offered)
                        .param("username", email(region.planner))
                        .param("password", Region.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getRequest()
                .getSession(false);

        assertThat(session).isNotNull();
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void aForeignPageCannotSignSomebodyIn() throws Exception {
        MockHttpServletResponse answer = web.perform(post("/sign-in")
                        .param("username", email(region.planner))
                        .param("password", Region.PASSWORD))
                .andReturn()
                .getResponse();

        assertThat(answer.getCookie(Origin.COOKIE)).isNull();
        assertThat(outcome(answer)).isNotEqualTo("in");
    }

    @Test
    void theMarkOfTheBrowserIsForServersOnly() throws Exception {
        MockHttpServletResponse answer = signIn(email(region.planner), Region.PASSWORD, OFFICE, null);

        assertThat(answer.getHeaders("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(Origin.COOKIE))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(web.perform(post("/sign-in")
                                .secure(true)
                                .param("username", email(region.admin))
                                .param("password", Region.PASSWORD)
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getHeaders("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(Origin.COOKIE))
                .singleElement()
                .asString()
                .contains("Secure");
    }

    @Test
    void guessingIsSlowedAndLongerEachTime() throws Exception {
        String victim = email(region.planner);
        for (int i = 0; i < 5; i++) {
            assertThat(outcome(victim, "odhad " + i, OFFICE)).isEqualTo("wrong");
        }

        assertThat(signIn(victim, Region.PASSWORD, OFFICE, null).getRedirectedUrl())
                .as("even with the right password")
                .endsWith("/sign-in?wait=1");
        waitOut();
        assertThat(outcome(victim, "odhad", OFFICE)).isEqualTo("wrong");
        assertThat(signIn(victim, "odhad", OFFICE, null).getRedirectedUrl()).endsWith("/sign-in?wait=2");
        waitOut();
        assertThat(outcome(victim, Region.PASSWORD, OFFICE)).isEqualTo("in");
        assertThat(outcome(victim, "odhad", OFFICE)).as("begins anew").isEqualTo("wrong");
    }

    @Test
    void namesWithoutAnAccountAreSlowedAlike() throws Exception {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            known.add(outcome(email(region.planner), "odhad", OFFICE));
            unknown.add(outcome("nikdo@priklad.cz", "odhad", ELSEWHERE));
        }

        assertThat(unknown).isEqualTo(known).endsWith("wait");
    }

    @Test
    void manyGuessesAtOnceGainNothing() throws Exception {
        String victim = email(region.planner);
        List<Callable<String>> guesses = IntStream.range(0, 24)
                .<Callable<String>>mapToObj(i -> () -> outcome(victim, "odhad " + i, OFFICE))
                .toList();
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var guess : threads.invokeAll(guesses)) {
                outcomes.add(guess.get());
            }
        }

        assertThat(outcomes).filteredOn("wrong"::equals).hasSize(5);
        assertThat(outcomes).filteredOn("wait"::equals).hasSize(19);
    }

    @Test
    void twentyHonestPeopleSignInBesideOneGuesser() throws Exception {
        List<Actor> honest = transaction.execute(status -> IntStream.range(0, 20)
                .mapToObj(i -> region.account("Poctivec" + i, "Řádný", false, false))
                .toList());
        List<String> guessed = new ArrayList<>();
        List<String> signedIn = new ArrayList<>();

        for (int round = 0; round < 20; round++) {
            // The guesser goes through everybody and a heap of made-up names, then everything again.
            for (Actor victim : honest.subList(round / 2, 20)) {
                guessed.add(outcome(email(victim), "heslo123456", OFFICE));
            }
            for (int i = 0; i < 3; i++) {
                guessed.add(outcome("vymysleny" + round + "-" + i + "@priklad.cz", "heslo123456", OFFICE));
            }
            // Meanwhile somebody comes to work who has signed in from the own browser before.
            String mine = email(honest.get(round));
            String browser = "%043d".formatted(round);
            transaction.executeWithoutResult(status -> service(SignInBrake.class)
                    .remember(
                            honest(honest, mine).account(),
                            new Origin(ELSEWHERE, java.util.Optional.empty()),
                            browser));
            signIn(mine, "překlep", OFFICE, new Cookie(Origin.COOKIE, browser));
            signedIn.add(outcome(signIn(mine, Region.PASSWORD, OFFICE, new Cookie(Origin.COOKIE, browser))));
        }

        assertThat(signedIn).hasSize(20).containsOnly("in");
        assertThat(guessed).doesNotContain("in");
        assertThat(guessed.subList(guessed.size() - 13, guessed.size() - 3))
                .as("the accounts are closed to the guesser")
                .containsOnly("wait");
    }

    private Actor honest(List<Actor> honest, String email) {
        return honest.stream()
                .filter(actor -> email(actor).equals(email))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twentyNewcomersSignInBesideAGuesserWhoIsStopped() throws Exception {
        List<Actor> honest = transaction.execute(status -> IntStream.range(0, 20)
                .mapToObj(i -> region.account("Nováček" + i, "Řádný", false, false))
                .toList());
        String victim = email(region.planner);
        List<String> guessed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            guessed.add(outcome(i % 2 == 0 ? victim : "vymysleny" + i + "@priklad.cz", "odhad " + i, OFFICE));
        }

        for (Actor newcomer : honest) {
            assertThat(outcome(email(newcomer), Region.PASSWORD, OFFICE)).isEqualTo("in");
        }
        assertThat(IntStream.range(0, 60).filter(i -> i % 2 == 0).mapToObj(guessed::get))
                .startsWith("wrong", "wrong", "wrong", "wrong", "wrong", "wait")
                .filteredOn("wrong"::equals)
                .hasSize(5);
        assertThat(outcome(email(region.admin), "odhad", OFFICE)).isEqualTo("wrong");
        assertThat(outcome(email(region.admin), "odhad", OFFICE))
                .as("a crowded address leaves one guess")
                .isEqualTo("wait");
    }

    @Test
    void aFloodClosesTheAddressToWhoIsNotKnownThere() throws Exception {
        assertThat(outcome(email(region.admin), Region.PASSWORD, OFFICE)).isEqualTo("in");
        service(SignInBrake.class);
        for (int i = 0; i < 300; i++) {
            guessCheaply("vymysleny" + i + "@priklad.cz");
        }

        assertThat(outcome("nikdo@priklad.cz", "odhad", OFFICE)).isEqualTo("wait");
        assertThat(outcome(email(region.planner), Region.PASSWORD, OFFICE)).isEqualTo("wait");
        assertThat(outcome(email(region.planner), Region.PASSWORD, ELSEWHERE)).isEqualTo("in");
        assertThat(outcome(email(region.admin), Region.PASSWORD, OFFICE)).isEqualTo("in");
    }

    private void guessCheaply(String name) {
        service(SignInBrake.class)
                .begin(
                        SignInBrake.Form.SIGN_IN,
                        name,
                        java.util.Optional.empty(),
                        new Origin(OFFICE, java.util.Optional.empty()));
    }

    @Test
    void anAccountGuessedAtFromManyAddressesIsOpenToItsOwnerOnly() throws Exception {
        String victim = email(region.planner);
        assertThat(outcome(victim, Region.PASSWORD, OFFICE)).isEqualTo("in");

        List<String> guessed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            guessed.add(outcome(victim, "odhad " + i, "203.0.113." + i));
        }

        assertThat(guessed).filteredOn("wrong"::equals).hasSize(20);
        assertThat(guessed.subList(20, 40)).containsOnly("wait");
        assertThat(outcome(victim, Region.PASSWORD, OFFICE)).isEqualTo("in");
    }

    @Test
    void devicesOfOneNetworkCountAsOneAddress() {
        assertThat(List.of("2001:db8:1:2::1", "2001:db8:1:2:ffff::9").stream()
                        .map(SignInTest::network)
                        .distinct())
                .hasSize(1);
        assertThat(network("2001:db8:1:3::1")).isNotEqualTo(network("2001:db8:1:2::1"));
        assertThat(network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private static String network(String address) {
        var request = new org.springframework.mock.web.MockHttpServletRequest();
        request.setRemoteAddr(address);
        return Origin.of(request).address();
    }

    @Test
    void theOwnPasswordCannotBeGuessedFromALeftBrowser() {
        AccountService accounts = service(AccountService.class);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String guess = "odhad " + i;
            try {
                as(region.planner, () -> accounts.changeOwnPassword(guess, new Password("nové nové heslo")));
            } catch (cz.koplan.shared.InvalidInputException e) {
                refused.add(e.messageKey());
            }
        }

        assertThat(refused)
                .startsWith("accounts.password.wrong")
                .endsWith("accounts.wait", "accounts.wait")
                .filteredOn("accounts.password.wrong"::equals)
                .hasSize(5);
    }

    private MockHttpSession session(Actor actor) throws Exception {
        var session = (MockHttpSession) web.perform(post("/sign-in")
                        .param("username", email(actor))
                        .param("password", Region.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getRequest()
                .getSession(false);
        assertThat(session).isNotNull();
        return session;
    }

    private boolean isSignedIn(MockHttpSession session) throws Exception {
        return !session.isInvalid()
                && web.perform(post("/api/desk/x/here")
                                        .header("X-Koplan-Window", "x")
                                        .session(session))
                                .andReturn()
                                .getResponse()
                                .getStatus()
                        != 401;
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws Exception {
        MockHttpSession desk = session(region.planner);
        MockHttpSession phone = session(region.planner);
        MockHttpSession other = session(region.admin);
        assertThat(isSignedIn(desk)).isTrue();

        as(region.planner, () -> service(AccountService.class).signOutEverywhere());

        assertThat(isSignedIn(desk)).isFalse();
        assertThat(isSignedIn(phone)).isFalse();
        assertThat(isSignedIn(other)).isTrue();

        as(region.admin, () -> service(AccountService.class).signOutEverywhere(region.admin.account()));
        assertThat(isSignedIn(other)).isFalse();
    }

    @Test
    void aNewPasswordLeavesOnlyTheSessionThatChangedIt() throws Exception {
        MockHttpSession here = session(region.planner);
        MockHttpSession there = session(region.planner);
        var context =
                (SecurityContext) here.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        org.springframework.security.core.context.SecurityContextHolder.setContext(context);
        try {
            service(AccountService.class).changeOwnPassword(Region.PASSWORD, new Password("nové nové heslo"));
        } finally {
            org.springframework.security.core.context.SecurityContextHolder.clearContext();
        }

        assertThat(isSignedIn(here)).isTrue();
        assertThat(isSignedIn(there)).isFalse();
    }

    @Test
    void theSessionCookieIsForServersOnly() {
        var settings = context.getEnvironment();
        assertThat(Arrays.asList("http-only", "same-site").stream()
                        .map(name -> settings.getProperty("server.servlet.session.cookie." + name)))
                .containsExactly("true", "lax");
    }
}
