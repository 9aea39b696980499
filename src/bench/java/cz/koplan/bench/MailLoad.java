package cz.koplan.bench;

import static cz.koplan.db.Tables.PERSON;

import cz.koplan.KoplanApplication;
import cz.koplan.db.tables.records.PersonRecord;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.NewMail;
import cz.koplan.mail.Outbox;
import cz.koplan.mail.SmtpStub;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * Invitations with personal links, stored in one transaction and sent to a server on the loopback. The application runs
 * in this process on an empty database; sending begins by itself after the commit.
 */
public final class MailLoad {

    private static final Path DATA = Path.of("target", "bench", "mail");
    private static final int MAILS = 2000;
    private static final int WARM_UP = 100;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private MailLoad() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        FileSystemUtils.deleteRecursively(DATA);
        var application = new SpringApplication(KoplanApplication.class);
        application.setApplicationContextFactory(type -> new GenericWebApplicationContext(new MockServletContext()));
        try (var server = new SmtpStub();
                var context = application.run(
                        "--koplan.data-dir=" + DATA,
                        "--logging.level.cz.koplan=warn",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + server.port())) {
            measure(context, server, WARM_UP, false);
            measure(context, server, MAILS, true);
            System.out.printf("connections to the server: %d%n", server.connections());
        }
        System.exit(0); // the server leaves threads behind
    }

    private static void measure(ApplicationContext context, SmtpStub server, int count, boolean print)
            throws InterruptedException {
        var transaction = context.getBean(TransactionTemplate.class);
        List<PersonId> people = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                people.add(person(context.getBean(DSLContext.class)));
            }
        });
        int before = server.received().size();
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> people.forEach(person -> invite(context, person)));
        long stored = System.nanoTime();
        server.await(before + 1, LONGEST);
        long first = System.nanoTime();
        server.await(before + count, LONGEST);
        long sent = System.nanoTime();
        if (print) {
            System.out.printf(
                    Locale.ROOT,
                    "%d invitations: stored in %.1f s (budget 5), the first one came %.2f s after the commit,"
                            + " all within %.1f s (budget 60)%n",
                    count,
                    (stored - start) / 1e9,
                    (first - stored) / 1e9,
                    (sent - stored) / 1e9);
        }
    }

    private static PersonId person(DSLContext db) {
        PersonRecord row = db.newRecord(PERSON);
        row.setPublicId(UUID.randomUUID());
        row.setGivenName("Žofie");
        row.setFamilyName("Příkrá");
        row.insert();
        return row.getId();
    }

    private static void invite(ApplicationContext context, PersonId person) {
        LinkId link = context.getBean(PersonalLinks.class)
                .open(
                        LinkPurpose.MEETING,
                        1,
                        person,
                        LocalDateTime.now(ZoneOffset.UTC).plusDays(30));
        String text = "Dobrý den,\nzveme Vás na setkání. Odpověď: " + Outbox.LINK + "\n"
                + "Program: kolečko organizací, různé.\n".repeat(30);
        context.getBean(Outbox.class)
                .post(new NewMail(
                        MailKind.INVITATION,
                        null,
                        null,
                        person,
                        "Žofie Příkrá",
                        "clen" + person.value() + "@priklad.example",
                        "koordinatorka@priklad.example",
                        "cs",
                        "Pozvánka: setkání pracovní skupiny",
                        text,
                        "<p>" + text.replace("\n", "</p>\n<p>") + "</p>",
                        new NewMail.Calendar(
                                "REQUEST", "BEGIN:VCALENDAR\r\n" + "X-LINE:řádek\r\n".repeat(40) + "END:VCALENDAR\r\n"),
                        link,
                        null,
                        List.of()));
    }
}
