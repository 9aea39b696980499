package cz.koplan.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.actor.Actor;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What browsers send about accounts, through every filter, on the two groups of {@link Region}. */
abstract class WebTest extends CommittingTest {

    static final String OFFICE = "192.0.2.10";
    static final String ELSEWHERE = "198.51.100.77";

    MockMvc web;
    Region region;

    @BeforeEach
    void settle() {
        web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .defaultRequest(get("/").locale(Locale.of("cs")))
                .build();
        region = transaction.execute(status -> new Region(context));
    }

    String email(Actor actor) {
        return db.fetchSingle(
                        "select email from account where id = ?",
                        actor.account().value())
                .get(0, String.class);
    }

    static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    MockHttpServletResponse signIn(String email, String password, String address, @Nullable Cookie browser)
            throws Exception {
        var request = post("/sign-in")
                .param("username", email)
                .param("password", password)
                .with(csrf())
                .with(from(address));
        if (browser != null) {
            request.cookie(browser);
        }
        return web.perform(request).andReturn().getResponse();
    }

    /** {@code in}, {@code wrong} or {@code wait}. */
    String outcome(String email, String password, String address) throws Exception {
        return outcome(signIn(email, password, address, null));
    }

    static String outcome(MockHttpServletResponse answer) {
        String target = String.valueOf(answer.getRedirectedUrl());
        return target.endsWith("/")
                ? "in"
                : target.endsWith("/sign-in?error")
                        ? "wrong"
                        : target.contains("/sign-in?wait=") ? "wait" : answer.getStatus() + " " + target;
    }

    /** As when the waiting times of all counters have run out. */
    void waitOut() {
        transaction.executeWithoutResult(
                status -> db.execute("update sign_in_brake set open_at = open_at - interval 2 hour"));
    }

    /** Returns the path in the latest mail to the person, which the sending of the mail would put into it. */
    String latestLink(Actor person) {
        List<Long> links = db.fetch(
                        "select link_id from mail where person_id = ? order by id desc limit 1",
                        person.person().value())
                .map(mail -> mail.get(0, Long.class));
        String address = service(PersonalLinks.class).mint(new LinkId(links.getFirst()));
        return address.substring(address.indexOf("/password/"));
    }
}
