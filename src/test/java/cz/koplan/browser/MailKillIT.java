package cz.koplan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.mail.SmtpStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged application, killed at the worst moments of sending, and its next start. */
@Timeout(300)
class MailKillIT {

    private static final Pattern TOKEN = Pattern.compile("/m/([\\w-]{43})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SmtpStub server = new SmtpStub();
    private final AtomicReference<PackagedApplication> application = new AtomicReference<>();

    @AfterEach
    void stop() {
        if (application.get() != null) {
            application.get().close();
        }
        server.close();
    }

    private Path start(String name) {
        application.set(PackagedApplication.start(name, options()));
        return Path.of("target", "it", name);
    }

    private void startAgain(Path data) {
        application.set(PackagedApplication.start(application.get().jar(), data, options()));
    }

    private String[] options() {
        return new String[] {"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + server.port()};
    }

    private void kill() {
        try {
            application.get().process().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean killed() {
        return !application.get().process().isAlive();
    }

    private static Connection database(Path data) throws IOException, SQLException {
        Properties client = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("mariadb/client.cnf"))) {
            client.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:mariadb://" + client.getProperty("host") + ":" + client.getProperty("port")
                        + "/koplan?sslMode=disable",
                "root",
                client.getProperty("password"));
    }

    /** Stores mails with personal links as the outbox does, due now. */
    private static void store(Path data, int count) throws IOException, SQLException {
        try (Connection database = database(data);
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (int i = 1; i <= count; i++) {
                statement.execute("insert into person (public_id, family_name) values (uuid(), 'Nováková')");
                statement.execute(
                        "insert into personal_link (purpose, subject_id, person_id, created_at, expires_at)"
                                + " values ('MEETING', 1, last_insert_id(), utc_timestamp(3), utc_timestamp(3) + interval 1 day)");
                try (PreparedStatement mail = database.prepareStatement("""
                        insert into mail (kind, person_id, recipient_name, recipient_address, language, subject,
                            text_body, html_body, link_id, message_id, state, attempts, next_attempt_at, created_at,
                            created_by_name)
                        select 'INVITATION', person_id, 'Eva Nováková', ?, 'cs', 'Pozvánka', 'Odpověď:\\n{{personal-link}}',
                            '<p>{{personal-link}}</p>', id, ?, 'WAITING', 0, utc_timestamp(3), utc_timestamp(3), 'Koplán'
                        from personal_link where id = last_insert_id()""")) {
                    mail.setString(1, "clen" + i + "@priklad.example");
                    mail.setString(2, UUID.randomUUID() + "@priklad.example");
                    mail.execute();
                }
            }
            database.commit();
        }
    }

    private static int inState(Path data, String state) throws IOException, SQLException {
        try (Connection database = database(data);
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from mail where state = '" + state + "'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void awaitSent(Path data, int count) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (inState(data, "SENT") < count) {
            assertThat(Instant.now()).as("time until %d mails are sent", count).isBefore(end);
            Thread.sleep(100);
        }
    }

    private void awaitKill() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!killed()) {
            assertThat(Instant.now()).as("time until the application is killed").isBefore(end);
            Thread.sleep(50);
        }
    }

    @Test
    void killedBeforeDataTheMailArrivesOnceAfterTheNextStart() throws Exception {
        Path data = start("mail-before-data");
        server.answer(command -> {
            if (command.startsWith("DATA") && !killed()) {
                kill();
                return Optional.of("421 too late");
            }
            return Optional.empty();
        });
        store(data, 1);
        awaitKill();
        assertThat(server.received()).isEmpty();

        server.answer(command -> Optional.empty());
        startAgain(data);
        awaitSent(data, 1);

        Thread.sleep(Duration.ofSeconds(6)); // one more round of the job
        assertThat(server.received()).hasSize(1);
        Matcher token = TOKEN.matcher(server.received().getFirst().replace("=\r\n", ""));
        assertThat(token.find()).isTrue();
        assertThat(application.get().log()).doesNotContain(token.group(1));
    }

    @Test
    void killedAfterTheServersAnswerTheMailArrivesTwiceAtMostUnderOneMessageId() throws Exception {
        Path data = start("mail-after-250");
        AtomicReference<Connection> holding = new AtomicReference<>();
        server.beforeAccepting(() -> {
            if (holding.get() == null) {
                holding.set(holdTheRow(data)); // so the application can't commit what the server says
            }
        });
        server.afterAccepting(() -> {
            if (server.received().size() == 1) {
                kill();
            }
        });
        store(data, 1);
        awaitKill();
        holding.get().close();
        assertThat(server.received()).hasSize(1);

        startAgain(data);
        awaitSent(data, 1);

        Thread.sleep(Duration.ofSeconds(6)); // one more round of the job
        assertThat(server.messageIds()).hasSize(2);
        assertThat(server.messageIds().getFirst()).isEqualTo(server.messageIds().getLast());
    }

    private static Connection holdTheRow(Path data) {
        try {
            Connection database = database(data);
            database.setAutoCommit(false);
            database.createStatement().execute("select * from mail for update");
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void killedAmongManyMailsAllArriveAndOneTwiceAtMost() throws Exception {
        Path data = start("mail-many");
        server.afterAccepting(() -> {
            if (server.received().size() == 25 && !killed()) {
                kill();
            }
        });
        store(data, 60);
        awaitKill();

        startAgain(data);
        awaitSent(data, 60);

        assertThat(server.messageIds().stream().distinct()).hasSize(60);
        assertThat(server.received()).hasSizeLessThanOrEqualTo(61);
        assertThat(inState(data, "WAITING")).isZero();
    }
}
