package cz.koplan.situation;

import static cz.koplan.db.Tables.ACCOUNT;
import static cz.koplan.db.Tables.GROUP_REPORTING;
import static cz.koplan.db.Tables.INVITATION;
import static cz.koplan.db.Tables.MAIL;
import static cz.koplan.db.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.db.tables.records.MailRecord;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.mail.MailKind;
import cz.koplan.mail.Outbox;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** After a while without a word members are asked whether their last update still holds, on their page and by mail. */
class StillValidTest extends ApplicationTest {

    @Autowired
    private StillValidService stillValid;

    @Autowired
    private StillValidRound round;

    @Autowired
    private OrganisationPageService pages;

    private Region region;
    private Region.Circle own;
    private Reports reports;
    private LocalDateTime now;

    @BeforeEach
    void settle() {
        region = new Region(context);
        own = region.own;
        reports = new Reports(db);
        now = LocalDateTime.now(ZoneOffset.UTC);
    }

    private UpdateId handedIn(int daysAgo) {
        return reports.handedIn(own.group(), own.organisation(), "Máme tři volná místa.", now.minusDays(daysAgo));
    }

    private List<UpdateId> due() {
        return as(own.member(), () -> stillValid.due(own.membership())).map(StillValid::update).stream()
                .toList();
    }

    @Test
    void theLastUpdateIsAskedAboutAfterNinetyDays() {
        handedIn(300);
        UpdateId last = handedIn(89);
        assertThat(due()).isEmpty();

        reports.change(last, row -> row.setSubmittedAt(now.minusDays(91)));
        assertThat(due()).containsExactly(last);
        assertThat(as(own.member(), () -> pages.page(own.organisation())).asked())
                .extracting(StillValid::update)
                .containsExactly(last);
        assertThat(as(own.member(), () -> pages.own()))
                .containsExactly(new OwnOrganisation(own.organisation(), "Pramen", 1));
        // A planner reads the page, but does not answer.
        assertThat(as(region.planner, () -> pages.page(own.organisation())).asked())
                .isEmpty();
    }

    @Test
    void theGroupMaySetAnotherTime() {
        UpdateId last = handedIn(91);
        var reporting = db.newRecord(GROUP_REPORTING);
        reporting.setGroupId(own.group());
        reporting.setValidDays(120);
        reporting.insert();
        assertThat(due()).isEmpty();

        reporting.setValidDays(30);
        reporting.update();
        assertThat(due()).containsExactly(last);
    }

    @Test
    void aWordFromTheMemberStopsTheQuestion() {
        UpdateId last = handedIn(200);
        as(own.member(), () -> stillValid.confirm(own.membership(), last));
        assertThat(due()).isEmpty();
        assertThat(reports.row(last).getConfirmedAt()).isNotNull();
        reports.change(last, row -> row.setConfirmedAt(now.minusDays(100)));
        assertThat(due()).containsExactly(last);

        // No news is a word, too.
        reports.insert(own.group(), own.organisation(), row -> {
            row.setOutcome(UpdateOutcome.NO_NEWS);
            row.setSubmittedAt(now.minusDays(10));
        });
        assertThat(due()).isEmpty();
    }

    @Test
    void anEndIsNotAskedAboutAndMayBeTakenBack() {
        UpdateId last = handedIn(200);
        as(own.member(), () -> stillValid.end(own.membership(), last));
        LocalDateTime ended = reports.row(last).getEndedAt();
        as(own.member(), () -> stillValid.end(own.membership(), last));
        assertThat(reports.row(last).getEndedAt()).isEqualTo(ended);
        assertThat(due()).isEmpty();
        // The other window still shows the question.
        assertThatThrownBy(() -> as(own.member(), () -> stillValid.confirm(own.membership(), last)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("situation.stillValid.ended"));

        as(own.member(), () -> stillValid.resume(own.membership(), last));
        assertThat(due()).containsExactly(last);
        assertThat(pastOf("provider_update", last.value())).hasSize(3);
    }

    @Test
    void onlyThoseWhoSpeakForTheMemberAndItsCoordinatorsAnswer() {
        UpdateId last = handedIn(200);
        as(own.coordinator(), () -> stillValid.confirm(own.membership(), last));
        for (Actor stranger :
                List.of(region.foreign.member(), region.foreign.coordinator(), region.planner, region.admin)) {
            denied(() -> as(stranger, () -> stillValid.due(own.membership())));
            denied(() -> as(stranger, () -> stillValid.confirm(own.membership(), last)));
            denied(() -> as(stranger, () -> stillValid.end(own.membership(), last)));
            denied(() -> as(stranger, () -> stillValid.resume(own.membership(), last)));
        }
        // One's own member, somebody else's update.
        UpdateId foreign =
                reports.handedIn(region.foreign.group(), region.foreign.organisation(), "Jiná.", now.minusDays(200));
        assertThatThrownBy(() -> as(own.member(), () -> stillValid.end(own.membership(), foreign)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLinkAnswersUntilTheMinutesAreApproved() {
        UpdateId last = handedIn(200);
        var visitor = new Visitor(
                LinkPurpose.MEETING, own.meeting().value(), own.member().person(), "Marek Dvořák");
        assertThat(by(visitor, () -> stillValid.due(own.membership())))
                .map(StillValid::update)
                .contains(last);
        by(visitor, () -> {
            stillValid.confirm(own.membership(), last);
            return true;
        });
        denied(() -> by(visitor, () -> stillValid.due(region.foreign.membership())));

        db.execute(
                "update minutes set state = 'APPROVED' where meeting_id = ?",
                own.meeting().value());
        denied(() -> by(visitor, () -> {
            stillValid.end(own.membership(), last);
            return true;
        }));
        assertThat(by(visitor, () -> stillValid.due(own.membership()))).isEmpty();
    }

    @Test
    void aRoundSendsOneMailPerPersonAndASecondOneNothing() {
        UpdateId last = handedIn(200);
        assertThat(round.run()).isEqualTo(1);

        MailRecord mail = mails().getFirst();
        assertThat(mails()).hasSize(1);
        assertThat(mail.getPersonId()).isEqualTo(own.member().person());
        assertThat(mail.getRecipientAddress()).endsWith("@priklad.cz");
        assertThat(mail.getSubject()).isEqualTo("Platí to ještě?");
        assertThat(mail.getTextBody())
                .contains("Máme tři volná místa.", "skupina Senioři, organizace Pramen")
                .contains("/organisations/" + own.organisation().value() + "/page")
                .doesNotContain(Outbox.LINK);
        assertThat(mail.getHtmlBody()).contains("<a href=\"http", "lang=\"cs\"");
        assertThat(mail.getGroupId()).isEqualTo(own.group());
        assertThat(mail.getReplyTo()).isNotNull();
        assertThat(mail.getLinkId()).isNull();
        assertThat(reports.row(last).getAskedAt()).isNotNull();

        assertThat(round.run()).isZero();
        reports.change(last, row -> row.setAskedAt(now.minusDays(91)));
        assertThat(round.run()).isEqualTo(1);
    }

    @Test
    void somebodyInTwoOrganisationsGetsOneMail() {
        handedIn(200);
        reports.handedIn(
                region.foreign.group(),
                region.foreign.organisation(),
                "Druhá <b>zpráva</b> {{tajná}}.",
                now.minusDays(150));
        as(
                region.foreign.coordinator(),
                () -> service(GroupService.class)
                        .addDelegate(
                                region.foreign.membership(),
                                own.member().person(),
                                DelegateKind.DELEGATE,
                                Region.SINCE));
        assertThat(round.run()).isEqualTo(2);

        MailRecord both = mails().stream()
                .filter(mail -> mail.getPersonId().equals(own.member().person()))
                .findFirst()
                .orElseThrow();
        assertThat(both.getTextBody())
                .contains("Máme tři volná místa.", "Druhá", "organizace Lípa")
                .doesNotContain("tajná");
        assertThat(both.getHtmlBody()).contains("&lt;b&gt;").doesNotContain("<b>");
        // No coordinator may read in the list of mails what the other group said.
        assertThat(both.getGroupId()).isNull();
    }

    @Test
    void withoutAnAccountTheLinkOfTheNextMeetingIsTheWayElseAReply() {
        handedIn(200);
        PersonId person = own.member().person();
        db.update(ACCOUNT)
                .set(ACCOUNT.ACTIVE, false)
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
        assertThat(round.run()).as("no address known").isZero();
        db.update(PERSON)
                .set(PERSON.EMAIL, "marek@priklad.cz")
                .where(PERSON.ID.eq(person))
                .execute();
        assertThat(round.run()).isEqualTo(1);
        MailRecord reply = mails().getFirst();
        assertThat(reply.getRecipientAddress()).isEqualTo("marek@priklad.cz");
        assertThat(reply.getTextBody())
                .contains("Odpovězte prosím na tento e-mail")
                .doesNotContain("http");
        assertThat(reply.getReplyTo()).endsWith("@priklad.cz");

        MeetingId next = region.meeting(own, "Příště", LocalDate.now().plusDays(20));
        db.execute("update meeting set state = 'INVITED' where id = ?", next.value());
        LinkId link = service(PersonalLinks.class).open(LinkPurpose.MEETING, next.value(), person, now.plusDays(60));
        var invitation = db.newRecord(INVITATION);
        invitation.setMeetingId(next);
        invitation.setPersonId(person);
        invitation.setLinkId(link);
        invitation.setInvitedAt(now);
        invitation.insert();
        db.execute("update provider_update set asked_at = null");
        assertThat(round.run()).isEqualTo(1);
        MailRecord byLink = mails().getLast();
        assertThat(byLink.getLinkId()).isEqualTo(link);
        assertThat(byLink.getTextBody()).contains(Outbox.LINK);
        assertThat(byLink.getHtmlBody()).contains("<a href=\"" + Outbox.LINK + "\">");
    }

    @Test
    void deputiesAreAskedOnlyInPlaceOfDelegatesAndFormerMembersNever() {
        UpdateId last = handedIn(200);
        Actor deputy = region.account("Dana", "Zástupná", false, false);
        as(
                own.coordinator(),
                () -> service(GroupService.class)
                        .addDelegate(own.membership(), deputy.person(), DelegateKind.DEPUTY, Region.SINCE));
        round.run();
        assertThat(mails())
                .extracting(MailRecord::getPersonId)
                .containsExactly(own.member().person());

        reports.change(last, row -> row.setAskedAt(null));
        as(
                own.coordinator(),
                () -> service(GroupService.class)
                        .endDelegate(own.delegation(), 1, LocalDate.now().minusDays(1)));
        assertThat(round.run()).isEqualTo(1);
        assertThat(mails().getLast().getPersonId()).isEqualTo(deputy.person());

        reports.change(last, row -> row.setAskedAt(null));
        MemberId member = own.membership();
        db.execute(
                "update group_member set valid_to = ? where id = ?",
                LocalDate.now().minusDays(1),
                member.value());
        assertThat(round.run()).isZero();
    }

    private Result<MailRecord> mails() {
        return db.selectFrom(MAIL)
                .where(MAIL.KIND.eq(MailKind.STILL_VALID))
                .orderBy(MAIL.ID)
                .fetch();
    }

    private static <T> T by(Visitor visitor, Supplier<T> work) {
        return CurrentActor.actingAs(visitor, work);
    }

    private static void denied(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(AccessDeniedException.class);
    }
}
