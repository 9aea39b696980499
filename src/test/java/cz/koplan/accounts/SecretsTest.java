package cz.koplan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import cz.koplan.organisations.PersonData;
import cz.koplan.shared.InvalidInputException;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Passwords and tokens are used everywhere and found nowhere: not in the log, the change log, the mails or any table. */
class SecretsTest extends WebTest {

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + Arrays.toString(event.getArgumentArray()) + " "
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }

    @BeforeEach
    void listen() {
        logger("cz.koplan").setLevel(Level.DEBUG);
        listener.start();
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(listener);
    }

    @AfterEach
    void stopListening() {
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(listener);
        logger("cz.koplan").setLevel(Level.INFO);
    }

    @Test
    void noneOfThemIsKept() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(
                "Tajné heslo první 1",
                "Tajné heslo druhé 2",
                "Tajné heslo třetí 3",
                "Tajné heslo čtvrté 4",
                "Tajný odhad 5"));
        AccountService accounts = service(AccountService.class);

        // An administrator's password, the own one, a wrong one and one too short.
        String planner = email(region.planner);
        as(region.admin, () -> accounts.setPassword(region.planner.account(), new Password(secrets.get(0))));
        as(region.planner, () -> accounts.changeOwnPassword(secrets.get(0), new Password(secrets.get(1))));
        try {
            as(region.planner, () -> accounts.changeOwnPassword(secrets.get(4), new Password(secrets.get(2))));
        } catch (InvalidInputException refused) {
            logger("cz.koplan").debug("Refused: {}", refused.toString(), refused);
        }
        assertThat(outcome(planner, secrets.get(1), OFFICE)).isEqualTo("in");
        for (int i = 0; i < 8; i++) {
            outcome(planner, secrets.get(4), ELSEWHERE);
            outcome("nikdo@priklad.cz", secrets.get(4), ELSEWHERE);
        }
        signIn(secrets.get(4), secrets.get(4), OFFICE, null);
        web.perform(post("/sign-in").param("username", planner).param("password", secrets.get(4)));
        Cookie browser = Objects.requireNonNull(
                signIn(planner, secrets.get(1), OFFICE, null).getCookie(Origin.COOKIE));
        secrets.add(browser.getValue());

        // A link: asked for, read, used wrongly, used, used again, cut and lengthened.
        web.perform(post("/password").param("email", planner));
        String link = latestLink(region.planner);
        secrets.add(link.substring("/password/".length()));
        web.perform(get(link));
        web.perform(post(link).param("password", secrets.get(2)).param("again", secrets.get(3)));
        web.perform(post(link).param("password", "krátké").param("again", "krátké"));
        assertThat(web.perform(post(link).param("password", secrets.get(2)).param("again", secrets.get(2)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        for (String wrong : List.of(link, link + "/", link + "/x", link + ".", link.substring(0, link.length() - 1))) {
            web.perform(get(wrong));
            web.perform(post(wrong).param("password", secrets.get(3)).param("again", secrets.get(3)));
            web.perform(put(wrong).content(secrets.get(3)).with(csrf()));
        }
        assertThat(outcome(planner, secrets.get(2), OFFICE)).isEqualTo("in");

        // An invitation, never used.
        as(
                region.admin,
                () -> accounts.invite(region.stranger, new AccountData("novy@priklad.cz", false, false, true)));
        String invitation =
                String.valueOf(db.fetchSingle("select max(link_id) from mail").get(0));
        secrets.add(service(cz.koplan.links.PersonalLinks.class)
                .mint(new cz.koplan.links.LinkId(Long.parseLong(invitation)))
                .replaceFirst(".*/", ""));
        asPublicIsRefused(secrets.get(3));

        assertThat(secrets).hasSize(8).allMatch(secret -> secret.length() > 10);
        assertThat(logged).as("the log was heard").isNotEmpty();
        assertThat(logged).noneMatch(line -> secrets.stream().anyMatch(line::contains));
        assertThat(everything()).noneMatch(row -> secrets.stream().anyMatch(row::contains));
        assertThat(pastOf("account", region.planner.account().value()))
                .anyMatch(change -> change.contains("\"password_hash\":\"***\""))
                .noneMatch(change -> change.contains("{bcrypt}"));
        assertThat(db.fetch("select text_body, html_body from mail where kind like 'PASSWORD%'")
                        .map(mail -> mail.get(0) + " " + mail.get(1)))
                .hasSize(2)
                .allMatch(mail -> mail.contains("{{personal-link}}"));
    }

    private void asPublicIsRefused(String secret) {
        try {
            asPublic(() -> service(AccountService.class)
                    .createFirstAdministrator(
                            new PersonData(null, "Jan", "Druhý", null, "druhy@priklad.cz", null, false),
                            new Password(secret)));
        } catch (org.springframework.security.access.AccessDeniedException refused) {
            logger("cz.koplan").debug("Refused", refused);
        }
    }

    /** Returns every row of every table as text. */
    private List<String> everything() {
        return db
                .fetch("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE'")
                .map(table -> table.get(0, String.class))
                .stream()
                .flatMap(table -> db.fetch("select * from `" + table + "`").stream())
                .map(row -> Arrays.toString(row.intoArray()))
                .toList();
    }

    @Test
    void theSearchWouldFindThem() {
        logger("cz.koplan").debug("A slip: {}", "Tajné heslo");

        assertThat(logged).anyMatch(line -> line.contains("Tajné heslo"));
        assertThat(everything()).anyMatch(row -> row.contains(email(region.planner)));
        assertThat(new Password("Tajné heslo").toString()).doesNotContain("Tajné");
    }
}
