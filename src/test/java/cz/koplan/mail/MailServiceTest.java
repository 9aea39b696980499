package cz.koplan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.files.FileStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class MailServiceTest extends ApplicationTest {

    private Region region;
    private MailService mails;

    @BeforeEach
    void settle() {
        region = new Region(context);
        mails = service(MailService.class);
    }

    private MailId post(Region.Circle circle, String subject) {
        return service(Outbox.class)
                .post(new NewMail(
                        MailKind.INVITATION,
                        circle.group(),
                        circle.meeting(),
                        circle.member().person(),
                        circle.member().name(),
                        "stara.adresa@priklad.cz",
                        null,
                        "cs",
                        subject,
                        "Text " + Outbox.LINK,
                        "<p>" + Outbox.LINK + "</p>",
                        new NewMail.Calendar("REQUEST", "BEGIN:VCALENDAR"),
                        null,
                        null,
                        List.of(service(FileStore.class).store("plan.txt", "text/plain", new byte[] {1}))));
    }

    private MailId postForAccount() {
        return service(Outbox.class)
                .post(new NewMail(
                        MailKind.PASSWORD_RESET,
                        null,
                        null,
                        region.own.member().person(),
                        "Marek",
                        "marek@priklad.cz",
                        null,
                        "cs",
                        "Obnovení hesla",
                        Outbox.LINK,
                        Outbox.LINK,
                        null,
                        null,
                        null,
                        List.of()));
    }

    private List<MailId> seenBy(Actor who, MailFilter filter) {
        return as(who, () -> {
            List<MailRow> rows = mails.rows(filter, 0, 100);
            assertThat(mails.count(filter)).isEqualTo(rows.size());
            return rows.stream().map(MailRow::id).toList();
        });
    }

    @Test
    void coordinatorSeesTheMailsOfOwnGroupsAndAdministratorAll() {
        MailId own = post(region.own, "Naše");
        MailId foreign = post(region.foreign, "Cizí");
        MailId account = postForAccount();

        assertThat(seenBy(region.own.coordinator(), MailFilter.ANY)).containsExactly(own, region.sentMail);
        assertThat(seenBy(region.foreign.coordinator(), MailFilter.ANY)).containsExactly(foreign);
        assertThat(seenBy(region.admin, MailFilter.ANY)).contains(own, foreign, account, region.sentMail);
        assertThatThrownBy(() -> as(region.own.coordinator(), () -> mails.page(account)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void listIsNarrowedByStateGroupAndText() {
        MailId own = post(region.own, "Změna místa");
        post(region.foreign, "Změna místa");

        assertThat(seenBy(
                        region.admin,
                        new MailFilter(Optional.of(MailState.WAITING), Optional.of(region.own.group()), "zmena")))
                .containsExactly(own);
        assertThat(seenBy(
                        region.own.coordinator(),
                        new MailFilter(Optional.empty(), Optional.of(region.foreign.group()), "")))
                .isEmpty();
        assertThat(seenBy(region.admin, new MailFilter(Optional.empty(), Optional.empty(), "MAREK@priklad")))
                .containsExactly(region.sentMail);
        assertThat(seenBy(region.admin, new MailFilter(Optional.empty(), Optional.empty(), "%")))
                .isEmpty();
    }

    @Test
    void pageShowsWhatWasWrittenWithoutTheLink() {
        MailId id = post(region.own, "Pozvánka");

        MailPage page = as(region.own.coordinator(), () -> mails.page(id));

        assertThat(page.text()).isEqualTo("Text " + Outbox.LINK);
        assertThat(page.files()).containsExactly("invite.ics", "plan.txt");
        assertThat(page.resendable()).isFalse();
        assertThatThrownBy(() -> as(region.admin, () -> mails.page(new MailId(0))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void failedMailIsSentAgainAsOneOfItsOwnToTheAddressOfNow() {
        MailId failed = post(region.own, "Pozvánka");
        db.execute("update mail set state = 'FAILED', server_answer = '550 unknown' where id = ?", failed.value());
        db.execute(
                "update person set email = 'nova@priklad.cz' where id = ?",
                region.own.member().person().value());

        MailId again = as(region.own.coordinator(), () -> mails.resend(failed));

        MailPage page = as(region.own.coordinator(), () -> mails.page(again));
        assertThat(page.mail().state()).isEqualTo(MailState.WAITING);
        assertThat(page.mail().recipientAddress()).isEqualTo("nova@priklad.cz");
        assertThat(page.mail().createdBy()).isEqualTo(region.own.coordinator().name());
        assertThat(page.files()).containsExactly("invite.ics", "plan.txt");
        assertThat(db.fetchValues(
                        "select message_id from mail where id in (" + failed.value() + ", " + again.value() + ")"))
                .doesNotHaveDuplicates();
        assertThat(as(region.own.coordinator(), () -> mails.page(failed)).mail().state())
                .isEqualTo(MailState.FAILED);
    }

    @Test
    void mailThatWaitsOrWasReplacedIsNotSentAgain() {
        MailId id = post(region.own, "Pozvánka");
        assertRefused(id, "mail.resend.waits");
        db.execute("update mail set state = 'REPLACED' where id = ?", id.value());
        assertRefused(id, "mail.resend.replaced");
    }

    private void assertRefused(MailId id, String key) {
        assertThatThrownBy(() -> as(region.own.coordinator(), () -> mails.resend(id)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    @Test
    void mailsOfMeetingAreListed() {
        MailId id = post(region.own, "Pozvánka");
        post(region.foreign, "Cizí");

        assertThat(as(region.own.coordinator(), () -> mails.ofMeeting(region.own.meeting())))
                .extracting(MailRow::id)
                .containsExactly(id, region.sentMail);
    }
}
