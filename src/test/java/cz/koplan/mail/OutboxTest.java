package cz.koplan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.CommittingTest;
import cz.koplan.Region;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.IllegalTransactionStateException;

@Timeout(60)
class OutboxTest extends CommittingTest {

    private Outbox outbox;
    private Region region;

    @BeforeEach
    void settle() {
        outbox = service(Outbox.class);
        region = new Region(context);
    }

    private NewMail mail(MailKind kind, String burst) {
        return new NewMail(
                kind,
                region.own.group(),
                region.own.meeting(),
                region.own.member().person(),
                "Marek Dvořák",
                "marek@priklad.cz",
                null,
                "cs",
                "Setkání",
                "Text " + Outbox.LINK,
                "<p>Text " + Outbox.LINK + "</p>",
                null,
                null,
                burst,
                List.of());
    }

    private MailId post(MailKind kind, String burst) {
        return transaction.execute(status -> outbox.post(mail(kind, burst)));
    }

    private Optional<MailKind> waiting(String burst) {
        return transaction.execute(status -> outbox.waiting(burst));
    }

    private Record row(MailId id) {
        return db.fetchOne("select * from mail where id = ?", id.value());
    }

    private String state(MailId id) {
        return row(id).get("state", String.class);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    @Test
    void mailNeedsTheTransactionOfItsReason() {
        assertThatThrownBy(() -> outbox.post(mail(MailKind.REMINDER, null)))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            outbox.post(mail(MailKind.REMINDER, null));
            status.setRollbackOnly();
        });
        assertThat(db.fetch("select * from mail where kind = 'REMINDER'")).isEmpty();
    }

    @Test
    void laterMailOfBurstTakesThePlaceOfTheOneThatWaits() {
        MailId first = post(MailKind.INVITATION, "meeting-1-7");
        assertThat(waiting("meeting-1-7")).contains(MailKind.INVITATION);
        MailId second = post(MailKind.CHANGE, "meeting-1-7");
        MailId other = post(MailKind.CHANGE, "meeting-1-8");

        assertThat(List.of(state(first), state(second), state(other)))
                .containsExactly("REPLACED", "WAITING", "WAITING");
        LocalDateTime due = row(second).get("next_attempt_at", LocalDateTime.class);
        assertThat(Duration.between(now(), due)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(waiting("meeting-9-9")).isEqualTo(Optional.empty());
    }

    @Test
    void mailOnItsWayIsFollowedNotReplaced() {
        MailId first = post(MailKind.INVITATION, "meeting-1-7");
        LocalDateTime later = now().plusSeconds(61);
        transaction.executeWithoutResult(
                status -> assertThat(service(MailRepository.class).claim(later, later.plusMinutes(15), 10))
                        .hasSize(1));

        MailId second = post(MailKind.CHANGE, "meeting-1-7");

        assertThat(List.of(state(first), state(second))).containsOnly("WAITING");
        assertThat(waiting("meeting-1-7")).contains(MailKind.CHANGE);
    }

    @Test
    void mailWithoutBurstIsDueAtOnce() {
        MailId id = post(MailKind.REMINDER, null);

        assertThat(row(id).get("next_attempt_at", LocalDateTime.class)).isBeforeOrEqualTo(now());
    }

    @Test
    void burstsOfDifferentPeopleDoNotWaitForEachOther() throws Exception {
        post(MailKind.INVITATION, "meeting-1-1");
        var written = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var open = other.submit(() -> transaction.execute(status -> {
                MailId id = outbox.post(mail(MailKind.CHANGE, "meeting-1-2"));
                written.countDown();
                await(done);
                return id;
            }));
            written.await();
            MailId second = post(MailKind.CHANGE, "meeting-1-3");
            done.countDown();
            assertThat(state(open.get())).isEqualTo("WAITING");
            assertThat(state(second)).isEqualTo("WAITING");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long it takes is measured by {@code ./koplan bench mail}. */
    @Test
    void storingMailTakesTwoStatements() {
        transaction.executeWithoutResult(status -> assertThat(statements.of(() -> {
                    for (int i = 0; i < 10; i++) {
                        outbox.post(mail(MailKind.INVITATION, "meeting-1-" + i));
                    }
                }))
                .hasSize(20));
    }

    @Test
    void longNamesAndSubjectsAreCutNotRefused() {
        NewMail mail = mail(MailKind.CHANGE, null);
        MailId id = transaction.execute(status -> outbox.post(new NewMail(
                mail.kind(),
                null,
                null,
                mail.person(),
                "Dlouhý ".repeat(50),
                mail.recipientAddress(),
                null,
                "cs",
                "Předmět\r\nBcc: x@y.cz " + "a".repeat(400),
                mail.text(),
                mail.html(),
                null,
                null,
                null,
                List.of())));

        assertThat(row(id).get("recipient_name", String.class)).hasSize(200).endsWith("…");
        assertThat(row(id).get("subject", String.class)).hasSize(300).startsWith("Předmět Bcc:");
    }
}
