package cz.koplan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cz.koplan.CommittingTest;
import cz.koplan.Region;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.files.FileStore;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class MailDispatchTest extends CommittingTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Kolečko\r\nEND:VCALENDAR\r\n";

    private final SettableClock clock = new SettableClock();
    private final SmtpStub stub = new SmtpStub();
    private Region region;

    @BeforeEach
    void settle() {
        region = new Region(context);
    }

    @AfterEach
    void closeStub() {
        stub.close();
    }

    /** Time stands still until a test moves it. */
    private static final class SettableClock extends Clock {

        private Instant now = Instant.now();

        void forward(Duration by) {
            Instant real = Instant.now();
            now = (now.isAfter(real) ? now : real).plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    private MailDispatch dispatch(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return dispatch(new SmtpRoute(server));
    }

    private MailDispatch dispatch(MailRoute route) {
        return new MailDispatch(
                service(MailRepository.class),
                service(PersonalLinks.class),
                service(MessageWriter.class),
                route,
                service(Letterhead.class),
                service(MailSettings.class),
                service(PlatformTransactionManager.class),
                clock);
    }

    private void run(MailDispatch dispatch) {
        dispatch.run(() -> false);
    }

    private LinkId link() {
        return transaction.execute(status -> service(PersonalLinks.class)
                .open(
                        LinkPurpose.MEETING,
                        region.own.meeting().value(),
                        region.own.member().person(),
                        LocalDateTime.now(ZoneOffset.UTC).plusDays(30)));
    }

    private MailId post(NewMail mail) {
        MailId id = transaction.execute(status -> service(Outbox.class).post(mail));
        clock.forward(Duration.ofSeconds(1));
        assertThat(context.getBeanProvider(MailJob.class).getIfAvailable()).isNull();
        return id;
    }

    private NewMail mail(String name, String address, LinkId link, String burst, List<FileId> files) {
        return new NewMail(
                MailKind.INVITATION,
                region.own.group(),
                region.own.meeting(),
                region.own.member().person(),
                name,
                address,
                "klara@priklad.cz",
                "cs",
                "Pozvánka: příští setkání skupiny",
                "Dobrý den,\npřijďte prosím. Odpověď: " + Outbox.LINK + "\n",
                "<p>Dobrý den,</p><p><a href=\"" + Outbox.LINK + "\">Odpovědět</a> – děkujeme</p>",
                new NewMail.Calendar("REQUEST", CALENDAR),
                link,
                burst,
                files);
    }

    private NewMail mail(String address) {
        return mail("Marek Dvořák", address, null, null, List.of());
    }

    private Record row(MailId id) {
        return db.fetchOne("select * from mail where id = ?", id.value());
    }

    private String state(MailId id) {
        return row(id).get("state", String.class);
    }

    private String answer(MailId id) {
        return row(id).get("server_answer", String.class);
    }

    private static Object content(MimeMessage message, int... path) throws Exception {
        Object content = message.getContent();
        for (int step : path) {
            content = ((Multipart) content).getBodyPart(step).getContent();
        }
        return content;
    }

    @Test
    void mailArrivesWholeWithTextHtmlCalendarAndFiles(CapturedOutput output) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            FileId file = transaction.execute(status -> service(FileStore.class)
                    .store(
                            "Příloha – dlouhý název " + "x".repeat(80) + ".txt",
                            "text/plain",
                            "žluťoučký".getBytes(StandardCharsets.UTF_8)));
            String name =
                    "PhDr. Žofie Příkrá-Ďáblická, Ph.D. " + "Dlouhá ".repeat(15).strip();
            MailId id = post(mail(name, "zofie@priklad.cz", link(), null, List.of(file)));

            run(dispatch(server.getSmtp().getPort()));

            MimeMessage message = server.getReceivedMessages()[0];
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(message.getSubject()).isEqualTo("Pozvánka: příští setkání skupiny");
            var to = (InternetAddress) message.getAllRecipients()[0];
            assertThat(to.getAddress()).isEqualTo("zofie@priklad.cz");
            assertThat(to.getPersonal()).isEqualTo(name);
            var from = (InternetAddress) message.getFrom()[0];
            assertThat(from.getPersonal()).isEqualTo("Koplán");
            assertThat(message.getReplyTo()[0].toString()).isEqualTo("klara@priklad.cz");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getMessageID()).isEqualTo("<" + row(id).get("message_id", String.class) + ">");
            String text = (String) content(message, 0, 0);
            String html = (String) content(message, 0, 1);
            assertThat(text).contains("přijďte prosím").doesNotContain(Outbox.LINK);
            String address = text.replaceAll("(?s).*Odpověď: (\\S+).*", "$1");
            assertThat(html).contains("<a href=\"" + address + "\">Odpovědět</a> – děkujeme");
            String token = address.substring(address.lastIndexOf('/') + 1);
            assertThat(service(PersonalLinks.class).visitor(LinkPurpose.MEETING, token))
                    .hasValueSatisfying(visitor -> assertThat(visitor.person())
                            .isEqualTo(region.own.member().person()));
            BodyPart calendar = ((Multipart) content(message, 0)).getBodyPart(2);
            assertThat(calendar.getContentType()).contains("text/calendar").contains("method=REQUEST");
            assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(CALENDAR);
            Multipart whole = (Multipart) message.getContent();
            assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
            assertThat(MimeUtility.decodeText(whole.getBodyPart(2).getFileName()))
                    .startsWith("Příloha – dlouhý název");
            assertThat(new String(whole.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("žluťoučký");
            assertThat(state(id)).isEqualTo("SENT");
            assertThat(answer(id)).startsWith("250");
            assertThat(row(id).get("sent_at")).isNotNull();
            assertThat(db.fetch(
                            "select * from mail where text_body like ? or html_body like ? or server_answer like ?",
                            "%" + token + "%",
                            "%" + token + "%",
                            "%" + token + "%"))
                    .isEmpty();
            assertThat(db.fetch("select * from change_log where after_values like ?", "%" + token + "%"))
                    .isEmpty();
            assertThat(output.getAll()).doesNotContain(token);
        } finally {
            server.stop();
        }
    }

    @Test
    void serverThatIsDownGetsTheMailsWhenItIsBack() throws Exception {
        int port = stub.port();
        stub.close();
        MailId first = post(mail("a@priklad.cz"));
        MailId second = post(mail("b@priklad.cz"));
        MailDispatch dispatch = dispatch(port);

        run(dispatch);

        assertThat(answer(first)).contains("127.0.0.1");
        assertThat(List.of(state(first), state(second))).containsOnly("WAITING");
        assertThat(answer(first)).contains("127.0.0.1");
        assertThat(row(first).get("attempts", Integer.class)).isEqualTo(1);
        assertThat(row(second).get("attempts", Integer.class))
                .as("the run ended")
                .isZero();

        try (SmtpStub back = new SmtpStub(port)) {
            run(dispatch);
            assertThat(back.received()).as("the first one waits a minute").hasSize(1);
            clock.forward(Duration.ofSeconds(61));
            run(dispatch);
            assertThat(back.received()).hasSize(2);
        }
        assertThat(List.of(state(first), state(second))).containsOnly("SENT");
    }

    @Test
    void recipientThatTheServerRefusesFailsAtOnceAndTheOthersGoOn() {
        stub.answer(command -> command.contains("neni@")
                ? Optional.of("550 5.1.1 <neni@priklad.cz>: user unknown")
                : Optional.empty());
        MailId bad = post(mail("neni@priklad.cz"));
        MailId malformed = post(mail("bez zavináče"));
        MailId good = post(mail("je@priklad.cz"));

        run(dispatch(stub.port()));

        assertThat(state(bad)).isEqualTo("FAILED");
        assertThat(answer(bad)).contains("550 5.1.1").contains("user unknown");
        assertThat(state(malformed)).isEqualTo("FAILED");
        assertThat(state(good)).isEqualTo("SENT");
        assertThat(stub.received()).hasSize(1);
    }

    @Test
    void serverThatIsBusyIsAskedAgainLaterAndLaterUntilItIsEnough() {
        stub.answer(command ->
                command.startsWith("RCPT") ? Optional.of("451 4.7.1 greylisted, come later") : Optional.empty());
        MailId id = post(mail("a@priklad.cz"));
        MailDispatch dispatch = dispatch(stub.port());

        for (int attempt = 1; attempt < BackOff.ATTEMPTS; attempt++) {
            run(dispatch);
            assertThat(state(id)).isEqualTo("WAITING");
            assertThat(row(id).get("attempts", Integer.class)).isEqualTo(attempt);
            clock.forward(BackOff.after(attempt).orElseThrow());
        }
        run(dispatch);

        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(answer(id)).contains("451 4.7.1 greylisted");
    }

    @Test
    void mailOfBusyServerLeavesWithTheSameMessageIdWhenItIsTaken() {
        stub.answer(command -> command.equals(".") ? Optional.of("452 4.3.1 disk full") : Optional.empty());
        MailId id = post(mail("a@priklad.cz"));
        MailDispatch dispatch = dispatch(stub.port());
        run(dispatch);
        assertThat(state(id)).isEqualTo("WAITING");
        stub.answer(command -> Optional.empty());
        clock.forward(Duration.ofMinutes(1));

        run(dispatch);

        assertThat(state(id)).isEqualTo("SENT");
        assertThat(stub.messageIds()).containsExactly("<" + row(id).get("message_id", String.class) + ">");
    }

    @Test
    void refusedSenderIsNoMatterOfTheRecipient() {
        stub.answer(
                command -> command.startsWith("MAIL") ? Optional.of("550 5.7.1 sender not allowed") : Optional.empty());
        MailId id = post(mail("a@priklad.cz"));

        run(dispatch(stub.port()));

        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(answer(id)).contains("sender not allowed");
    }

    @Test
    void answerThatQuotesTheLinkIsMasked() {
        String[] token = new String[1];
        stub.answer(command -> command.equals(".")
                ? Optional.of("550 5.7.1 bad address in it: " + String.valueOf(token[0]))
                : Optional.empty());
        LinkId link = link();
        MailId id = post(mail("Marek", "a@priklad.cz", link, null, List.of()));
        stub.watch(mail -> token[0] = mail.replace("=\r\n", "").replaceAll("(?s).*/m/([\\w-]{43}).*", "$1"));

        run(dispatch(stub.port()));

        assertThat(token[0]).hasSize(43);
        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(answer(id)).contains("bad address in it: …").doesNotContain(token[0]);
    }

    @Test
    void noTokenIsMintedWhileTheServerIsDown() {
        int port = stub.port();
        stub.close();
        MailId id = post(mail("Marek", "a@priklad.cz", link(), null, List.of()));

        run(dispatch(port));

        assertThat(row(id).get("attempts", Integer.class)).isEqualTo(1);
        assertThat(db.fetch("select * from link_token")).isEmpty();
    }

    @Test
    void cancellationLeavesEvenWhenTheLinkIsWithdrawn() {
        LinkId link = link();
        MailId id = post(mail("Marek", "a@priklad.cz", link, null, List.of()));
        db.execute("update mail set kind = 'CANCELLATION' where id = ?", id.value());
        db.execute("update personal_link set revoked_at = utc_timestamp(3)");

        run(dispatch(stub.port()));

        assertThat(state(id)).isEqualTo("SENT");
        assertThat(stub.received().getFirst()).doesNotContain("/m/").doesNotContain(Outbox.LINK);
    }

    @Test
    void runThatIsToEndGivesBackWhatItHasNotSent() {
        for (int i = 0; i < 5; i++) {
            post(mail("a" + i + "@priklad.cz"));
        }

        dispatch(stub.port()).run(() -> stub.received().size() >= 2);

        assertThat(stub.received()).hasSize(2);
        assertThat(db.fetchValue("select count(*) from mail where state = 'WAITING' and claimed_until is null"))
                .isEqualTo(3L);
    }

    @Test
    void mailsLeaveThroughOneConnection() {
        for (int i = 0; i < 45; i++) {
            post(mail("a" + i + "@priklad.cz"));
        }

        run(dispatch(stub.port()));

        assertThat(stub.received()).hasSize(45);
        assertThat(stub.connections()).isEqualTo(1);
    }

    @Test
    void twoNodesNeverSendTheSameMail() throws Exception {
        for (int i = 0; i < 60; i++) {
            post(mail("a" + i + "@priklad.cz"));
        }
        var together = new CyclicBarrier(3);
        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (int node = 0; node < 3; node++) {
                MailDispatch dispatch = dispatch(stub.port());
                nodes.submit(() -> {
                    together.await();
                    run(dispatch);
                    return null;
                });
            }
        }

        assertThat(stub.messageIds()).hasSize(60).doesNotHaveDuplicates();
        assertThat(db.fetchValue(
                        "select count(*) from mail where state = 'SENT' and recipient_address like 'a%@priklad.cz'"))
                .isEqualTo(60L);
    }

    @Test
    void mailsOfNodeThatDiedAreSentWhenTheClaimHasRunOut() {
        MailId id = post(mail("a@priklad.cz"));
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> service(MailRepository.class).claim(now, now.plusMinutes(15), 10));
        MailDispatch dispatch = dispatch(stub.port());

        run(dispatch);
        assertThat(stub.received()).isEmpty();
        clock.forward(Duration.ofMinutes(15));
        run(dispatch);

        assertThat(stub.received()).hasSize(1);
        assertThat(state(id)).isEqualTo("SENT");
    }

    @Test
    void noHeaderComesFromWhatPeopleTyped() {
        NewMail honest = mail("a@priklad.cz");
        MailId id = post(new NewMail(
                honest.kind(),
                honest.group(),
                honest.meeting(),
                honest.person(),
                "Eva\r\nBcc: vsichni@priklad.cz",
                "a@priklad.cz",
                "b@priklad.cz\r\nX-Own: 1",
                "cs",
                "Pozvánka\r\nBcc: vsichni@priklad.cz\r\n\r\nJiný text",
                honest.text(),
                honest.html(),
                null,
                null,
                null,
                List.of()));
        db.execute("update mail set reply_to = null, subject = ? where id = ?", "A\r\nBcc: x@priklad.cz", id.value());

        run(dispatch(stub.port()));

        assertThat(state(id)).isEqualTo("SENT");
        String head = stub.received().getFirst().split("\r\n\r\n")[0];
        assertThat(head).doesNotContainPattern("(?m)^(Bcc|X-Own)");
    }

    @Test
    void withdrawnLinkStopsAnInvitation() {
        LinkId link = link();
        MailId id = post(mail("Marek", "a@priklad.cz", link, null, List.of()));
        transaction.executeWithoutResult(status -> service(PersonalLinks.class)
                .withdraw(
                        LinkPurpose.MEETING,
                        region.own.meeting().value(),
                        region.own.member().person()));

        run(dispatch(stub.port()));

        assertThat(stub.received()).isEmpty();
        assertThat(state(id)).isEqualTo("FAILED");
        assertThat(db.fetch("select * from link_token")).isEmpty();
    }
}
