package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.mail.MailKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendanceLine;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.text.CzechDates;
import cz.koplan.shared.text.CzechTypography;
import cz.koplan.updates.UpdateService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inviting, what follows changes, reminders, and who has reported. */
class InvitationServiceTest extends ApplicationTest {

    private static final LocalDate DAY = LocalDate.now().plusDays(20);

    private Region region;
    private Actor coordinator;
    private MeetingId meeting;
    private MemberId pramen;
    private PersonId marek;

    @BeforeEach
    void planMeeting() {
        region = new Region(context);
        coordinator = region.own.coordinator();
        pramen = region.own.membership();
        marek = region.own.member().person();
        meeting = plan("Jarní setkání", DAY, LocalTime.of(14, 0), "Radnice");
    }

    private MeetingId plan(String title, LocalDate day, @Nullable LocalTime start, @Nullable String place) {
        return as(
                coordinator,
                () -> service(MeetingService.class)
                        .create(
                                region.own.group(),
                                new MeetingData(
                                        title, day, start, null, MeetingMode.IN_PERSON, place, null, null, null)));
    }

    private PersonId person(String name, @Nullable String email) {
        return as(
                Actor.SYSTEM,
                () -> service(PersonService.class).create(new PersonData(null, "Jan", name, null, email, null, false)));
    }

    private MemberId member(String organisation, PersonId delegate) {
        var id = region.organisation(organisation);
        return as(coordinator, () -> {
            MemberId member = groups().addOrganisation(region.own.group(), id, Region.SINCE);
            groups().addDelegate(member, delegate, DelegateKind.DELEGATE, Region.SINCE);
            return member;
        });
    }

    private GroupService groups() {
        return service(GroupService.class);
    }

    private InvitationService invitations() {
        return service(InvitationService.class);
    }

    private int invite() {
        return as(coordinator, () -> invitations().invite(meeting));
    }

    private InvitationsPage page() {
        return as(coordinator, () -> invitations().page(meeting));
    }

    private InvitedMember row(MemberId member) {
        return page().members().stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private void change(MeetingData data) {
        as(coordinator, () -> {
            var meetings = service(MeetingService.class);
            meetings.update(meeting, meetings.get(meeting).version(), data);
        });
    }

    private static MeetingData data(String title, LocalDate day, @Nullable String place) {
        return new MeetingData(title, day, LocalTime.of(14, 0), null, MeetingMode.IN_PERSON, place, null, null, null);
    }

    private void step(MeetingState to, @Nullable String reason) {
        as(coordinator, () -> service(LifeCycleService.class).step(meeting, to, reason));
    }

    /** All mails about the meeting, replaced ones too, in the order in which they were stored. */
    private List<Record> mails() {
        return db.fetch("select * from mail where meeting_id = ? order by id", meeting.value()).stream()
                .<Record>map(row -> row)
                .toList();
    }

    private List<String> kinds() {
        return mails().stream().map(mail -> mail.get("kind", String.class)).toList();
    }

    private static String get(Record mail, String column) {
        return mail.get(column, String.class);
    }

    private static VEvent event(Record mail) {
        return Biweekly.parse(get(mail, "calendar")).first().getEvents().getFirst();
    }

    private String linkOf(PersonId person) {
        return service(PersonalLinks.class)
                .mint(new LinkId(db.fetchSingle(
                                "select id from personal_link where person_id = ? and subject_id = ?",
                                person.value(),
                                meeting.value())
                        .get(0, Long.class)));
    }

    private boolean opens(String address) {
        return service(PersonalLinks.class)
                .visitor(LinkPurpose.MEETING, address.replaceFirst(".*/", ""))
                .isPresent();
    }

    private void sent() {
        db.execute("update mail set state = 'SENT' where meeting_id = ?", meeting.value());
    }

    @Test
    void everybodyWhoSpeaksIsInvitedWithALinkAndACalendarEntry() {
        assertThat(invite()).isEqualTo(1);

        Record mail = mails().getFirst();
        assertThat(get(mail, "kind")).isEqualTo("INVITATION");
        assertThat(get(mail, "recipient_name")).isEqualTo("Marek Dvořák");
        assertThat(get(mail, "recipient_address")).isEqualTo("ucet" + marek.value() + "@priklad.cz");
        assertThat(get(mail, "reply_to"))
                .isEqualTo("ucet" + coordinator.person().value() + "@priklad.cz");
        assertThat(get(mail, "subject")).startsWith("Pozvánka: Jarní setkání,");
        assertThat(get(mail, "link_id")).isNotNull();
        assertThat(get(mail, "calendar_method")).isEqualTo("REQUEST");
        assertThat(event(mail).getSequence().getValue()).isZero();
        assertThat(event(mail).getUid().getValue())
                .isEqualTo(db.fetchValue("select public_id from meeting where id = ?", meeting.value()) + "@koplan");
        assertThat(as(coordinator, () -> service(MeetingService.class).get(meeting))
                        .state())
                .isEqualTo(MeetingState.INVITED);
    }

    @Test
    void dateTimePlaceAndLinkAreInBothPartsWhateverTheGroupWrites() {
        as(
                coordinator,
                () -> service(MailWordsService.class)
                        .save(
                                region.own.group(),
                                MailKind.INVITATION,
                                "cs",
                                0,
                                new MailWords("Přijďte", "Jen krátce, {{recipient}}.")));
        invite();

        Record mail = mails().getFirst();
        String day = CzechTypography.nonBreaking(CzechDates.inWords(DAY));
        assertThat(get(mail, "subject")).isEqualTo("Přijďte");
        assertThat(get(mail, "text_body"))
                .startsWith("Jen krátce, Marek Dvořák.")
                .contains(day)
                .contains("14.00\u00a0hod.")
                .contains("Radnice · Prezenčně")
                .contains("{{personal-link}}");
        assertThat(get(mail, "html_body"))
                .contains(day)
                .contains("14.00\u00a0hod.")
                .contains("Radnice")
                .contains("href=\"{{personal-link}}\"");
        assertThat(get(mail, "calendar")).doesNotContain("personal-link");
    }

    @Test
    void thePersonalLinkIsNoRawTextOfTheTitle() {
        meeting = plan("<b>Setkání</b> [x](http://zlo.cz) {{link}} \"a\"", DAY, LocalTime.NOON, "Sál & dvůr");
        invite();

        assertThat(get(mails().getFirst(), "html_body"))
                .doesNotContain("<b>Setkání")
                .doesNotContain("href=\"http://zlo.cz\"")
                .contains("&lt;b&gt;Setkání&lt;/b&gt; [x](http://zlo.cz)")
                .contains("Sál &amp; dvůr");
        assertThat(get(mails().getFirst(), "text_body")).contains("<b>Setkání</b> [x](http://zlo.cz) {{link}}");
    }

    @Test
    void aPersonInTwoOrganisationsGetsOneMailAndOneLink() {
        MemberId other = member("Studánka", marek);

        assertThat(invite()).isEqualTo(1);
        assertThat(mails()).hasSize(1);
        assertThat(row(pramen).invited()).isTrue();
        assertThat(row(other).invited()).isTrue();
        assertThat(db.fetchValue("select count(*) from personal_link where purpose = 'MEETING'"))
                .isEqualTo(1L);
    }

    @Test
    void peopleWithoutAnAddressAreNamed() {
        member("Bez pošty", person("Novák", null));
        as(coordinator, () -> groups().addOrganisation(region.own.group(), region.newcomer, Region.SINCE));

        assertThat(page().unreachable()).containsExactly("Jan Novák (Bez pošty)", "Nový začátek");
        assertThat(page().waiting()).containsExactly("Marek Dvořák");
        assertThat(invite()).isEqualTo(1);
    }

    @Test
    void aMeetingWithoutMembersWithAnAddressInvitesNobody() {
        as(coordinator, () -> groups().endDelegate(region.own.delegation(), 1, LocalDate.now()));

        assertThatThrownBy(this::invite)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("invitations.nobody");
    }

    @Test
    void whatAnInvitationMustSayIsAskedFor() {
        meeting = plan("Bez času", DAY, null, "Radnice");
        assertThatThrownBy(this::invite).hasMessage("invitations.timeNeeded");
        meeting = plan("Bez místa", DAY, LocalTime.NOON, null);
        assertThatThrownBy(this::invite).hasMessage("invitations.placeNeeded");
        meeting = plan("Včera", LocalDate.now().minusDays(2), LocalTime.NOON, "Radnice");
        assertThatThrownBy(this::invite).hasMessage("invitations.over");
        assertThat(mails()).isEmpty();
    }

    @Test
    void whoCameLateIsInvitedByOneMoreClickAndNobodyTwice() {
        invite();
        MemberId late = member("Opozdilci", person("Pozdní", "pozdni@priklad.cz"));

        assertThat(row(late).waits()).isTrue();
        assertThat(page().waiting()).containsExactly("Jan Pozdní");
        assertThat(invite()).isEqualTo(1);
        assertThat(invite()).isZero();
        assertThat(kinds()).containsExactly("INVITATION", "INVITATION");
        assertThat(get(mails().getLast(), "recipient_address")).isEqualTo("pozdni@priklad.cz");
    }

    @Test
    void aChangeIsToldWithTheSameEntryAndAHigherSequence() {
        invite();
        sent();
        change(data("Jarní setkání", DAY.plusDays(1), "Knihovna"));

        assertThat(kinds()).containsExactly("INVITATION", "CHANGE");
        Record mail = mails().getLast();
        assertThat(event(mail).getUid().getValue())
                .isEqualTo(event(mails().getFirst()).getUid().getValue());
        assertThat(event(mail).getSequence().getValue()).isEqualTo(1);
        assertThat(event(mail).getLocation().getValue()).isEqualTo("Knihovna");
        assertThat(get(mail, "text_body")).contains("Knihovna");
        assertThat(get(mail, "calendar_method")).isEqualTo("REQUEST");
    }

    @Test
    void changesInOneBurstTakeEachOthersPlace() {
        invite();
        sent();
        change(data("Jarní setkání", DAY, "Knihovna"));
        change(data("Jarní setkání", DAY, "Škola"));

        assertThat(mails()).extracting(mail -> get(mail, "state")).containsExactly("SENT", "REPLACED", "WAITING");
        assertThat(event(mails().getLast()).getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void whoStillWaitsForTheInvitationGetsItAsItIsNow() {
        invite();
        change(data("Jarní setkání", DAY, "Škola"));

        assertThat(kinds()).containsExactly("INVITATION", "INVITATION");
        assertThat(mails()).extracting(mail -> get(mail, "state")).containsExactly("REPLACED", "WAITING");
        assertThat(get(mails().getLast(), "text_body")).contains("Škola");
    }

    @Test
    void whatDoesNotConcernTheInvitedIsNotTold() {
        invite();
        change(new MeetingData(
                "Jarní setkání",
                DAY,
                LocalTime.of(14, 0),
                null,
                MeetingMode.IN_PERSON,
                "Radnice",
                DAY.plusDays(90),
                null,
                null));

        assertThat(mails()).hasSize(1);
    }

    @Test
    void aMeetingNobodyIsInvitedToChangesQuietly() {
        change(data("Jinak", DAY, "Škola"));
        step(MeetingState.CANCELLED, null);

        assertThat(mails()).isEmpty();
    }

    @Test
    void aCancelledMeetingLeavesTheCalendarAndComesBackWhenInvitedAgain() {
        invite();
        String address = linkOf(marek);
        sent();
        step(MeetingState.CANCELLED, "Nemoc.");

        Record mail = mails().getLast();
        assertThat(get(mail, "kind")).isEqualTo("CANCELLATION");
        assertThat(get(mail, "calendar_method")).isEqualTo("CANCEL");
        assertThat(get(mail, "text_body")).contains("Nemoc.");
        assertThat(event(mail).getSequence().getValue()).isEqualTo(1);
        assertThat(opens(address)).isTrue();

        step(MeetingState.PLANNED, "Přece jen.");
        sent();
        assertThat(invite()).isEqualTo(1);
        assertThat(get(mails().getLast(), "kind")).isEqualTo("INVITATION");
        assertThat(event(mails().getLast()).getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void whoLeavesTheGroupLosesInvitationAndLink() {
        invite();
        String address = linkOf(marek);
        sent();
        assertThat(opens(address)).isTrue();
        as(coordinator, () -> groups().endDelegate(region.own.delegation(), 1, LocalDate.now()));

        assertThat(opens(address)).isFalse();
        Record mail = mails().getLast();
        assertThat(get(mail, "kind")).isEqualTo("CANCELLATION");
        assertThat(get(mail, "calendar_method")).isEqualTo("CANCEL");
        assertThat(get(mail, "link_id")).isNull();
        assertThat(get(mail, "text_body")).doesNotContain("personal-link").contains("už neplatí");
    }

    @Test
    void whoStillSpeaksForAnotherMemberKeepsTheInvitation() {
        member("Studánka", marek);
        invite();
        as(coordinator, () -> groups().endMembership(pramen, 1, LocalDate.now()));

        assertThat(kinds()).containsExactly("INVITATION");
    }

    @Test
    void aNewDayWithdrawsWhoDoesNotSpeakThen() {
        as(coordinator, () -> groups().endDelegate(region.own.delegation(), 1, DAY));
        MemberId stays = member("Zůstává", person("Stálý", "staly@priklad.cz"));
        invite();
        sent();
        change(data("Jarní setkání", DAY.plusDays(3), "Radnice"));

        assertThat(kinds()).containsExactly("INVITATION", "INVITATION", "CANCELLATION", "CHANGE");
        assertThat(row(stays).invited()).isTrue();
    }

    @Test
    void linksEndAfterTheNextMeeting() {
        invite();
        assertThat(expires()).startsWith(DAY.plusMonths(12).toString());

        MeetingId next = plan("Další", DAY.plusDays(60), LocalTime.NOON, "Radnice");
        assertThat(expires()).startsWith(DAY.plusDays(90).toString());

        as(coordinator, () -> service(LifeCycleService.class).step(next, MeetingState.CANCELLED, null));
        assertThat(expires()).startsWith(DAY.plusMonths(12).toString());
    }

    private String expires() {
        return String.valueOf(db.fetchValue("select expires_at from personal_link where purpose = 'MEETING'"));
    }

    @Test
    void aReminderGoesToThoseWhoHaveNotReportedAndAreChosen() {
        MemberId other = member("Studánka", person("Studánkový", "studanka@priklad.cz"));
        invite();

        assertThat(as(coordinator, () -> invitations().remind(meeting, Set.of(pramen))))
                .isEqualTo(1);
        assertThat(kinds()).endsWith("REMINDER");
        Record mail = mails().getLast();
        assertThat(get(mail, "recipient_name")).isEqualTo("Marek Dvořák");
        assertThat(get(mail, "calendar")).isNull();
        assertThat(row(pramen).remindedAt()).isPresent();
        assertThat(row(other).remindedAt()).isEmpty();
        assertThat(page().remindable()).containsExactlyInAnyOrder(pramen, other);
    }

    @Test
    void whoReportedIsNotReminded() {
        invite();
        report("submitted_text = 'Mají volno.', submitted_at = now()");

        assertThat(row(pramen).reported()).isEqualTo(Reported.SUBMITTED);
        assertThat(page().reported()).isEqualTo(1);
        assertThatThrownBy(() -> as(coordinator, () -> invitations().remind(meeting, Set.of(pramen))))
                .hasMessage("invitations.remind.nobody");
    }

    @Test
    void reportsAreOfEveryKind() {
        assertThat(row(pramen).reported()).isEqualTo(Reported.NOTHING);
        report("draft_text = 'Ro'");
        assertThat(row(pramen).reported()).isEqualTo(Reported.DRAFT);
        report("outcome = 'NO_NEWS', submitted_at = now()");
        assertThat(row(pramen).reported()).isEqualTo(Reported.NO_NEWS);
        report("outcome = null, submitted_at = null, recorded_text = 'Zapsal koordinátor.'");
        assertThat(row(pramen).reported()).isEqualTo(Reported.SUBMITTED);
        report("meeting_id = null, agenda_item_id = null, submitted_at = now()");
        assertThat(row(pramen).reported()).isEqualTo(Reported.SUBMITTED);
    }

    /** Gives the organisation a line at the round table, if it has none, and changes it. */
    private void report(String change) {
        if (db.fetch("select 1 from provider_update where meeting_id = ?", meeting.value())
                .isEmpty()) {
            as(coordinator, () -> service(UpdateService.class).prepare(meeting));
        }
        db.execute("update provider_update set " + change + " where meeting_id = ?", meeting.value());
    }

    @Test
    void deputiesAreRemindedWhereNoDelegateReports() {
        PersonId deputy = person("Zástupný", "zastupny@priklad.cz");
        as(coordinator, () -> groups().addDelegate(pramen, deputy, DelegateKind.DEPUTY, Region.SINCE));
        assertThat(invite()).isEqualTo(2);
        assertThat(as(coordinator, () -> invitations().remind(meeting, Set.of(pramen))))
                .isEqualTo(1);

        as(
                coordinator,
                () -> invitations().answerFor(meeting, pramen, marek, new AnswerData(Answer.EXCUSED, "nemoc", null)));
        assertThat(as(coordinator, () -> invitations().remind(meeting, Set.of(pramen))))
                .isEqualTo(2);
    }

    @Test
    void nobodyIsRemindedBeforeBeingInvited() {
        assertThatThrownBy(() -> as(coordinator, () -> invitations().remind(meeting, Set.of(pramen))))
                .hasMessage("invitations.remind.notInvited");
    }

    @Test
    void theCoordinatorAnswersOnBehalf() {
        as(
                coordinator,
                () -> invitations().answerFor(meeting, pramen, marek, new AnswerData(Answer.EXCUSED, "nemoc", null)));

        InvitedMember.Reply reply = row(pramen).speakers().getFirst().reply();
        assertThat(reply).isNotNull();
        assertThat(reply.by()).isEqualTo("Klára Tichá");
        assertThat(reply.data().reason()).isEqualTo("nemoc");
        assertThat(as(coordinator, () -> service(AttendanceService.class).board(meeting))
                        .lines())
                .extracting(AttendanceLine::kind)
                .containsExactly(AttendanceKind.EXCUSED);
        assertThatThrownBy(() -> as(
                        coordinator,
                        () -> invitations().answerFor(meeting, pramen, region.stranger, AnswerData.comes())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theRoundInvitesLateMembersAndRemindsOnce() {
        remindBefore(30);
        invite();
        db.execute("update invitation set invited_at = now() - interval 40 day");
        member("Opozdilci", person("Pozdní", "pozdni@priklad.cz"));

        round();
        assertThat(kinds()).containsExactly("INVITATION", "INVITATION", "REMINDER");
        round();
        assertThat(mails()).hasSize(3);
    }

    private void remindBefore(@Nullable Integer days) {
        as(coordinator, () -> service(ReportingService.class).save(region.own.group(), 0, new ReportingData(days, 90)));
    }

    private void round() {
        service(ReminderRound.class).run();
    }

    @Test
    void theRoundRemindsNobodyTooEarlyOrWhereItIsOff() {
        invite();
        db.execute("update invitation set invited_at = now() - interval 40 day");
        round();
        remindBefore(10);
        round();

        assertThat(kinds()).containsExactly("INVITATION");
    }

    @Test
    void whoWasRemindedByHandSinceItWasDueIsNotRemindedAgain() {
        remindBefore(30);
        invite();
        db.execute("update invitation set invited_at = now() - interval 40 day");
        as(coordinator, () -> invitations().remind(meeting, Set.of(pramen)));
        round();

        assertThat(kinds()).containsExactly("INVITATION", "REMINDER");
    }

    @Test
    void theRoundLeavesMeetingsAloneThatNobodyIsInvitedTo() {
        round();

        assertThat(mails()).isEmpty();
    }

    @Test
    void theNextMeetingCountsItsReports() {
        member("Studánka", person("Studánkový", "studanka@priklad.cz"));
        plan("Daleké", DAY.plusDays(100), LocalTime.NOON, "Radnice");
        report("submitted_at = now()");
        db.execute(
                "update provider_update set submitted_at = null where meeting_id = ? and organisation_id <> ?",
                meeting.value(),
                region.own.organisation().value());
        invite();

        NextReports next = as(coordinator, () -> invitations().next()).orElseThrow();
        assertThat(next.title()).isEqualTo("Jarní setkání");
        assertThat(next.reported()).isEqualTo(1);
        assertThat(next.members()).isEqualTo(2);
        assertThat(next.remindable()).hasSize(1);
        assertThat(as(region.own.member(), () -> invitations().next())).isEmpty();
    }

    @Test
    void thePageAsksAConstantNumberOfQueries() {
        for (int i = 0; i < 5; i++) {
            member("Člen " + i, person("Osoba " + i, "osoba" + i + "@priklad.cz"));
        }
        int few = statements.of(this::page).size();
        for (int i = 5; i < 15; i++) {
            member("Člen " + i, person("Osoba " + i, "osoba" + i + "@priklad.cz"));
        }
        assertThat(statements.of(this::page)).hasSize(few);
    }

    @Test
    void anAccountInEnglishIsWrittenToInEnglish() {
        db.execute("update account set language = 'en' where person_id = ?", marek.value());
        invite();

        assertThat(get(mails().getFirst(), "subject")).startsWith("Invitation: Jarní setkání");
        assertThat(get(mails().getFirst(), "text_body")).contains("14:00").contains("In person");
    }
}
