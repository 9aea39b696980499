package cz.koplan.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.DiscussionService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.services.OrpId;
import cz.koplan.services.ServiceId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.changes.TextConflictException;
import cz.koplan.shared.changes.TextEdit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

class SubmissionServiceTest extends ApplicationTest {

    private static final LocalDate DAY = Region.DAY.plusMonths(3);

    private Region region;
    private Region.Circle own;
    private MeetingId meeting;
    private AgendaItemId roundTable;
    private Visitor marek;
    private Visitor eva;
    private SubmissionService submissions;
    private UpdateService updates;

    @BeforeEach
    void planMeeting() {
        region = new Region(context);
        own = region.own;
        submissions = service(SubmissionService.class);
        updates = service(UpdateService.class);
        meeting = plannedMeeting("Prosincové setkání", DAY);
        roundTable = addItem(meeting, "Kolečko", AgendaItemKind.ROUND_TABLE);
        PersonId deputy = region.person("Eva", "Malá");
        as(
                own.coordinator(),
                () -> service(GroupService.class)
                        .addDelegate(own.membership(), deputy, DelegateKind.DEPUTY, Region.SINCE));
        marek = visitor(meeting, own.member().person(), "Marek Dvořák");
        eva = visitor(meeting, deputy, "Eva Malá");
    }

    private MeetingId plannedMeeting(String title, LocalDate day) {
        MeetingId planned = region.meeting(own, title, day);
        db.execute("update meeting set state = 'PLANNED' where id = ?", planned.value());
        return planned;
    }

    private AgendaItemId addItem(MeetingId meeting, String title, AgendaItemKind kind) {
        return as(
                own.coordinator(),
                () -> service(MeetingService.class).addAgendaItem(meeting, new AgendaItemData(null, title, kind)));
    }

    private static Visitor visitor(MeetingId meeting, PersonId person, String name) {
        return new Visitor(LinkPurpose.MEETING, meeting.value(), person, name);
    }

    private static <T> T by(Visitor who, Supplier<T> work) {
        return CurrentActor.actingAs(who, work);
    }

    private static void run(Visitor who, Runnable work) {
        by(who, () -> {
            work.run();
            return true;
        });
    }

    private static SubmissionData text(String base, String text) {
        return new SubmissionData(new TextEdit(base, text), Set.of(), null, List.of(), List.of());
    }

    private void submit(Visitor who, String base, String text) {
        run(who, () -> submissions.submit(meeting, own.membership(), text(base, text)));
    }

    private Submission own() {
        return by(marek, () -> submissions.of(meeting, own.membership()));
    }

    private ProviderUpdate line() {
        return as(own.coordinator(), () -> updates.of(meeting)).stream()
                .filter(line -> own.organisation().equals(line.data().organisation()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsStoredBeforeSomethingIsTyped() {
        Submission before = own();
        by(marek, () -> submissions.saveDraft(meeting, own.membership(), new TextEdit("", " ")));

        assertThat(before.id()).isNull();
        assertThat(before.state()).isEqualTo(UpdateState.NOTHING);
        assertThat(before.waits()).isFalse();
        assertThat(before.earlier()).isEqualTo(new Submission.Earlier(Region.DAY, "Mají volná místa."));
        assertThat(own().id()).isNull();
    }

    @Test
    void twoDelegatesTypeIntoOneDraftAndWhoWroteItIsKept() {
        var first = by(
                marek,
                () -> submissions.saveDraft(
                        meeting, own.membership(), new TextEdit("", "Otevřeli poradnu. Hledají kolegu.")));
        var second = by(
                eva,
                () -> submissions.saveDraft(
                        meeting,
                        own.membership(),
                        new TextEdit("Otevřeli poradnu. Hledají kolegu.", "Otevřeli novou poradnu. Hledají kolegu.")));
        var third = by(
                marek,
                () -> submissions.saveDraft(
                        meeting,
                        own.membership(),
                        new TextEdit(
                                "Otevřeli poradnu. Hledají kolegu.", "Otevřeli poradnu. Hledají kolegu do týmu.")));

        assertThat(first.version()).isLessThan(second.version());
        assertThat(third.text()).isEqualTo("Otevřeli novou poradnu. Hledají kolegu do týmu.");
        Submission now = own();
        assertThat(now.state()).isEqualTo(UpdateState.DRAFT);
        assertThat(now.draft()).isEqualTo(third.text());
        assertThat(now.draftBy()).isEqualTo("Marek Dvořák");
        assertThat(now.draftAt()).isNotNull();
        assertThat(line().report().drafting()).isTrue();
        assertThat(line().data().text()).isEmpty();
    }

    @Test
    void aConflictInADraftShowsBothAndWritesNothing() {
        by(marek, () -> submissions.saveDraft(meeting, own.membership(), new TextEdit("", "Otevřeli poradnu.")));

        assertThatExceptionOfType(TextConflictException.class)
                .isThrownBy(() -> by(
                        eva,
                        () -> submissions.saveDraft(meeting, own.membership(), new TextEdit("", "Zavřeli jídelnu."))))
                .satisfies(e -> assertThat(e.stored().text()).isEqualTo("Otevřeli poradnu."));
        assertThat(own().draft()).isEqualTo("Otevřeli poradnu.");
    }

    @Test
    void aDraftThatIsAgainWhatWasHandedInIsNone() {
        submit(marek, "", "Otevřeli poradnu.");
        by(
                marek,
                () -> submissions.saveDraft(
                        meeting, own.membership(), new TextEdit("Otevřeli poradnu.", "Otevřeli poradnu a")));
        assertThat(own().state()).isEqualTo(UpdateState.SUBMITTED);
        assertThat(own().text()).isEqualTo("Otevřeli poradnu a");

        by(
                marek,
                () -> submissions.saveDraft(
                        meeting, own.membership(), new TextEdit("Otevřeli poradnu a", "Otevřeli poradnu.")));

        assertThat(own().draft()).isNull();
        assertThat(own().draftBy()).isNull();
    }

    @Test
    void whatIsHandedInStandsAtTheRoundTable() {
        ServiceId service = service(own.organisation().value(), "Poradna");
        OrpId orp = orp();
        run(
                marek,
                () -> submissions.submit(
                        meeting,
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("", "Otevřeli poradnu. "),
                                Set.of(Signal.FREE_PLACES, Signal.STAFFING),
                                3,
                                List.of(service, service),
                                List.of(orp))));

        Submission now = own();
        assertThat(now.state()).isEqualTo(UpdateState.SUBMITTED);
        assertThat(now.submitted()).isEqualTo("Otevřeli poradnu.");
        assertThat(now.submittedBy()).isEqualTo("Marek Dvořák");
        assertThat(now.signals()).containsExactly(Signal.FREE_PLACES, Signal.STAFFING);
        assertThat(now.freePlaces()).isEqualTo(3);
        assertThat(now.services()).containsExactly(service);
        assertThat(now.orps()).containsExactly(orp);
        ProviderUpdate line = line();
        assertThat(line.agendaItem()).isEqualTo(roundTable);
        assertThat(line.data().text()).isEqualTo("Otevřeli poradnu.");
        assertThat(line.report().submittedBy()).isEqualTo("Marek Dvořák");
        assertThat(line.report().signals()).containsExactly(Signal.FREE_PLACES, Signal.STAFFING);
        assertThat(line.report().freePlaces()).isEqualTo(3);
        assertThat(line.report().drafting()).isFalse();
    }

    @Test
    void handingInTwiceOrBackButtonChangesNothing() {
        submit(marek, "", "Otevřeli poradnu.");
        int version = own().version();
        int past = pastOf("provider_update", id()).size();

        submit(marek, "", "Otevřeli poradnu.");
        submit(eva, "", " Otevřeli poradnu.\r\n");

        assertThat(own().version()).isEqualTo(version);
        assertThat(own().submittedBy()).isEqualTo("Marek Dvořák");
        assertThat(pastOf("provider_update", id())).hasSize(past);
    }

    private long id() {
        return java.util.Objects.requireNonNull(own().id()).value();
    }

    @Test
    void anotherTextFromAnOldPageAsksAPerson() {
        submit(marek, "", "Otevřeli poradnu.");

        assertThatExceptionOfType(TextConflictException.class).isThrownBy(() -> submit(eva, "", "Zavřeli jídelnu."));
        assertThat(own().submitted()).isEqualTo("Otevřeli poradnu.");
    }

    @Test
    void handingInAgainReplacesTextSignalsAndServices() {
        ServiceId first = service(own.organisation().value(), "Poradna");
        ServiceId second = service(own.organisation().value(), "Klub");
        run(
                marek,
                () -> submissions.submit(
                        meeting,
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("", "Plno."),
                                Set.of(Signal.CAPACITY_FULL),
                                0,
                                List.of(first),
                                List.of())));
        run(
                eva,
                () -> submissions.submit(
                        meeting,
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("Plno.", "Místo je."),
                                Set.of(Signal.FREE_PLACES),
                                1,
                                List.of(second),
                                List.of())));

        Submission now = own();
        assertThat(now.submitted()).isEqualTo("Místo je.");
        assertThat(now.submittedBy()).isEqualTo("Eva Malá");
        assertThat(now.signals()).containsExactly(Signal.FREE_PLACES);
        assertThat(now.services()).containsExactly(second);
        assertThat(line().data().text()).isEqualTo("Místo je.");
        assertThat(line().report().resubmitted()).isFalse();
    }

    @Test
    void anEmptyReportIsRefusedButSignalsAloneAreOne() {
        assertRefused("updates.submission.empty", () -> submit(marek, "", "  "));

        run(
                marek,
                () -> submissions.submit(
                        meeting,
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("", ""), Set.of(Signal.CAPACITY_FULL), null, List.of(), List.of())));

        assertThat(own().state()).isEqualTo(UpdateState.SUBMITTED);
        assertThat(own().noNews()).isFalse();
        assertThat(line().missing()).isFalse();
    }

    @Test
    void servicesMustBeTheOrganisationsOwn() {
        ServiceId foreign = service(region.foreign.organisation().value(), "Cizí poradna");

        assertRefused(
                "updates.submission.service",
                () -> run(
                        marek,
                        () -> submissions.submit(
                                meeting,
                                own.membership(),
                                new SubmissionData(
                                        new TextEdit("", "A."), Set.of(), null, List.of(foreign), List.of()))));
        assertRefused(
                "updates.submission.orp",
                () -> run(
                        marek,
                        () -> submissions.submit(
                                meeting,
                                own.membership(),
                                new SubmissionData(
                                        new TextEdit("", "A."),
                                        Set.of(),
                                        null,
                                        List.of(),
                                        List.of(new OrpId(999_999))))));
        assertRefused(
                "updates.submission.freePlaces",
                () -> new SubmissionData(new TextEdit("", ""), Set.of(), -1, List.of(), List.of()));
        assertThat(own().id()).isNull();
    }

    @Test
    void noNewsIsOneTapAndKeepsADraft() {
        by(marek, () -> submissions.saveDraft(meeting, own.membership(), new TextEdit("", "Možná otevřou")));
        run(eva, () -> submissions.noNews(meeting, own.membership()));
        run(eva, () -> submissions.noNews(meeting, own.membership()));

        Submission now = own();
        assertThat(now.noNews()).isTrue();
        assertThat(now.state()).isEqualTo(UpdateState.SUBMITTED);
        assertThat(now.submittedBy()).isEqualTo("Eva Malá");
        assertThat(now.text()).isEqualTo("Možná otevřou");
        assertThat(line().outcome()).isEqualTo(UpdateOutcome.NO_NEWS);
        assertThat(line().report().drafting()).isFalse();

        submit(marek, "Možná otevřou", "Otevřou poradnu.");

        assertThat(own().noNews()).isFalse();
        assertThat(line().outcome()).isNull();
        assertThat(line().data().text()).isEqualTo("Otevřou poradnu.");
    }

    @Test
    void whatTheCoordinatorTypedStaysUntilTheLaterTextIsTakenOver() {
        as(own.coordinator(), () -> updates.prepare(meeting));
        as(own.coordinator(), () -> updates.saveText(meeting, line().id(), new TextEdit("", "Řekli to u stolu.")));
        submit(marek, "", "Napsali to sami.");

        assertThat(line().data().text()).isEqualTo("Řekli to u stolu.");
        assertThat(line().submitted()).isEqualTo("Napsali to sami.");
        assertThat(line().report().resubmitted()).isTrue();

        String before = as(own.coordinator(), () -> updates.takeOver(meeting, line().id()));

        assertThat(before).isEqualTo("Řekli to u stolu.");
        assertThat(line().data().text()).isEqualTo("Napsali to sami.");
        assertThat(line().report().resubmitted()).isFalse();
    }

    @Test
    void theCoordinatorMayLeaveTheLaterTextAside() {
        as(own.coordinator(), () -> updates.prepare(meeting));
        as(own.coordinator(), () -> updates.saveText(meeting, line().id(), new TextEdit("", "Řekli to u stolu.")));
        submit(marek, "", "Napsali to sami.");

        as(own.coordinator(), () -> updates.keepRecorded(meeting, line().id()));

        assertThat(line().data().text()).isEqualTo("Řekli to u stolu.");
        assertThat(line().report().resubmitted()).isFalse();
        submit(marek, "Napsali to sami.", "Napsali to sami podruhé.");
        assertThat(line().report().resubmitted()).isTrue();
    }

    @Test
    void aPreparedLineShowsWhatIsHandedInLater() {
        as(own.coordinator(), () -> updates.prepare(meeting));
        as(own.coordinator(), () -> updates.setOutcome(meeting, line().id(), UpdateOutcome.ABSENT));

        submit(marek, "", "Otevřeli poradnu.");

        assertThat(line().data().text()).isEqualTo("Otevřeli poradnu.");
        assertThat(line().outcome()).isNull();
        assertThat(as(own.coordinator(), () -> updates.of(meeting))).hasSize(1);
    }

    @Test
    void finishedMinutesStayAsTheyAreWhenSomethingComesLate() {
        as(own.coordinator(), () -> updates.prepare(meeting));
        db.execute("update minutes set state = 'IN_REVIEW' where meeting_id = ?", meeting.value());

        submit(marek, "", "Přišlo pozdě.");

        assertThat(line().data().text()).isEmpty();
        assertThat(line().report().resubmitted()).isTrue();
        assertThat(own().submitted()).isEqualTo("Přišlo pozdě.");
        as(own.coordinator(), () -> updates.takeOver(meeting, line().id()));
        assertThat(line().data().text()).isEqualTo("Přišlo pozdě.");
    }

    @Test
    void withApprovalWritingEnds() {
        submit(marek, "", "Otevřeli poradnu.");
        db.execute("update minutes set state = 'APPROVED' where meeting_id = ?", meeting.value());

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> submit(marek, "", "Víc."));
        assertThat(own().submitted()).isEqualTo("Otevřeli poradnu.");
    }

    @Test
    void itIsDiscussedOnceTheRoundTableIsBehind() {
        submit(marek, "", "Otevřeli poradnu.");
        as(own.coordinator(), () -> service(DiscussionService.class).setDiscussed(meeting, roundTable, true));
        assertThat(own().state()).isEqualTo(UpdateState.DISCUSSED);

        as(own.coordinator(), () -> service(DiscussionService.class).setDiscussed(meeting, roundTable, false));
        assertThat(own().state()).isEqualTo(UpdateState.SUBMITTED);

        db.execute("update meeting set state = 'HELD' where id = ?", meeting.value());
        assertThat(own().state()).isEqualTo(UpdateState.DISCUSSED);
    }

    @Test
    void onlyThoseWhoSpeakForTheMemberReportAndOnlyToTheirMeeting() {
        Visitor forwarded = visitor(meeting, region.stranger, "Jan Neznámý");
        Visitor toAnotherMeeting = visitor(own.meeting(), own.member().person(), "Marek Dvořák");
        for (Visitor who : List.of(forwarded, toAnotherMeeting)) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> submit(who, "", "A."));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> by(who, () -> submissions.of(meeting, own.membership())));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> by(marek, () -> submissions.of(meeting, region.foreign.membership())));
        // A link is for one meeting: what is for any time asks for signing in.
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> by(marek, () -> submissions.of(own.group(), own.membership())));
    }

    @Test
    void aMemberOfAnotherGroupIsNotReportedFor() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> as(own.coordinator(), () -> submissions.of(meeting, region.foreign.membership())));
    }

    @Test
    void theCoordinatorWritesOnBehalfUnderTheirOwnName() {
        as(own.coordinator(), () -> submissions.submit(meeting, own.membership(), text("", "Volali, že je plno.")));

        assertThat(own().submitted()).isEqualTo("Volali, že je plno.");
        assertThat(own().submittedBy()).isEqualTo("Klára Tichá");
    }

    @Test
    void aPersonReportsForThemselvesInOneLine() {
        PersonId user = region.person("Olga", "Uživatelka");
        MemberId member =
                as(own.coordinator(), () -> service(GroupService.class).addPerson(own.group(), user, Region.SINCE));
        Visitor olga = visitor(meeting, user, "Olga Uživatelka");

        run(olga, () -> submissions.submit(meeting, member, text("", "Autobus nejezdí.")));
        as(own.coordinator(), () -> updates.prepare(meeting));

        assertThat(as(own.coordinator(), () -> updates.of(meeting)))
                .extracting(ProviderUpdate::label)
                .containsExactlyInAnyOrder("Olga Uživatelka", "Pramen");
        assertThat(by(olga, () -> submissions.of(meeting, member)).submitted()).isEqualTo("Autobus nejezdí.");
        assertRefused(
                "updates.submission.service",
                () -> run(
                        olga,
                        () -> submissions.submit(
                                meeting,
                                member,
                                new SubmissionData(
                                        new TextEdit("", "A."),
                                        Set.of(),
                                        null,
                                        List.of(service(own.organisation().value(), "Poradna")),
                                        List.of()))));
    }

    @Test
    void aPersonsOlderLineBelongsToThemEvenWithoutKnowingWhoItIs() {
        PersonId user = region.person("Olga", "Uživatelka");
        MemberId member =
                as(own.coordinator(), () -> service(GroupService.class).addPerson(own.group(), user, Region.SINCE));
        as(own.coordinator(), () -> updates.add(meeting, roundTable, new UpdateData(null, "Olga Uživatelka", "")));
        as(own.coordinator(), () -> updates.prepare(meeting));

        run(
                visitor(meeting, user, "Olga Uživatelka"),
                () -> submissions.submit(meeting, member, text("", "Autobus nejezdí.")));

        assertThat(as(own.coordinator(), () -> updates.of(meeting)))
                .filteredOn(line -> line.data().organisation() == null)
                .singleElement()
                .satisfies(line -> assertThat(line.data().text()).isEqualTo("Autobus nejezdí."));
    }

    @Test
    void withoutARoundTableTheReportWaitsForTheNextOne() {
        MeetingId workshop = plannedMeeting("Výjezd do terénu", DAY.minusDays(30));
        Visitor guest = visitor(workshop, own.member().person(), "Marek Dvořák");

        run(guest, () -> submissions.submit(workshop, own.membership(), text("", "Otevřeli poradnu.")));

        Submission there = by(guest, () -> submissions.of(workshop, own.membership()));
        assertThat(there.waits()).isTrue();
        assertThat(there.submitted()).isEqualTo("Otevřeli poradnu.");
        assertThat(as(own.coordinator(), () -> updates.of(workshop))).isEmpty();
        assertThat(own().waits()).isFalse();
        as(own.coordinator(), () -> updates.prepare(meeting));
        assertThat(line().data().text()).isEqualTo("Otevřeli poradnu.");
    }

    @Test
    void betweenMeetingsTheWaitingReportIsOneAndComesToTheNextRoundTable() {
        as(own.member(), () -> submissions.saveDraft(own.group(), own.membership(), new TextEdit("", "Otevř")));
        as(own.member(), () -> submissions.submit(own.group(), own.membership(), text("Otevř", "Otevřeli poradnu.")));
        as(
                own.coordinator(),
                () -> submissions.submit(
                        own.group(),
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("Otevřeli poradnu.", "Otevřeli poradnu v pondělí."),
                                Set.of(Signal.NEW_SITE),
                                null,
                                List.of(),
                                List.of())));
        UpdateId waiting = as(own.member(), () -> submissions.of(own.group(), own.membership()))
                .id();

        assertThat(own().submitted()).isEqualTo("Otevřeli poradnu v pondělí.");
        as(own.coordinator(), () -> updates.prepare(meeting));

        assertThat(line().id()).isEqualTo(waiting);
        assertThat(line().data().text()).isEqualTo("Otevřeli poradnu v pondělí.");
        assertThat(line().report().submittedBy()).isEqualTo("Klára Tichá");
        assertThat(line().report().signals()).containsExactly(Signal.NEW_SITE);
        Submission next = as(own.member(), () -> submissions.of(own.group(), own.membership()));
        assertThat(next.id()).isNull();
        assertThat(next.earlier()).isNotNull();
        assertThat(next.earlier().text()).isEqualTo("Otevřeli poradnu v pondělí.");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(region.foreign.member(), () -> submissions.of(own.group(), own.membership())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(region.planner, () -> submissions.of(own.group(), own.membership())));
    }

    @Test
    void aWaitingReportThatNoLongerHoldsIsNotTakenIn() {
        as(own.member(), () -> submissions.submit(own.group(), own.membership(), text("", "Otevřeli poradnu.")));
        db.execute("update provider_update set ended_at = now() where meeting_id is null");

        as(own.coordinator(), () -> updates.prepare(meeting));

        assertThat(line().data().text()).isEmpty();
        assertThat(as(own.member(), () -> submissions.of(own.group(), own.membership()))
                        .id())
                .isNull();
    }

    @Test
    void aDraftAtTheMeetingGoesOnFromTheWaitingReport() {
        as(own.member(), () -> submissions.submit(own.group(), own.membership(), text("", "Otevřeli poradnu.")));

        by(
                marek,
                () -> submissions.saveDraft(
                        meeting, own.membership(), new TextEdit("Otevřeli poradnu.", "Otevřeli poradnu a klub.")));

        assertThat(line().data().text()).isEqualTo("Otevřeli poradnu.");
        assertThat(own().draft()).isEqualTo("Otevřeli poradnu a klub.");
        assertThat(as(own.member(), () -> submissions.of(own.group(), own.membership()))
                        .id())
                .isNull();
    }

    @Test
    void filesAreHandedInTakenAwayAndReadAsTheyCame() {
        byte[] content = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        ReportFileId id =
                by(marek, () -> submissions.addFile(meeting, own.membership(), "Leták\u0007 2026.pdf", content));

        assertThat(own().files()).containsExactly(new ReportFile(id, "Leták 2026.pdf", 8, "Marek Dvořák"));
        assertThat(line().report().files()).hasSize(1);
        assertThat(by(eva, () -> submissions.file(meeting, own.membership(), id))
                        .bytes())
                .isEqualTo(content);
        assertThat(as(own.coordinator(), () -> updates.file(own.group(), id)).name())
                .isEqualTo("Leták 2026.pdf");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> as(region.foreign.coordinator(), () -> updates.file(region.foreign.group(), id)));
        run(eva, () -> submissions.removeFile(meeting, own.membership(), id));
        run(eva, () -> submissions.removeFile(meeting, own.membership(), id));
        assertThat(own().files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..\\zprava.pdf", "slozka/zprava.pdf", "..", " "})
    void aPathIsNoName(String name) {
        assertRefused(
                "files.name",
                () -> by(marek, () -> submissions.addFile(meeting, own.membership(), name, new byte[] {1})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.svg", "stranka.HTML", "skript.js", "obrazek.png"})
    void whatCouldCarryAScriptIsRefused(String name) {
        byte[] svg = "\uFEFF <?xml version='1.0'?><svg xmlns='x'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_16LE);
        assertRefused("files.markup", () -> by(marek, () -> submissions.addFile(meeting, own.membership(), name, svg)));
    }

    @Test
    void tooLargeTooManyAndEmptyFilesAreRefused() {
        assertRefused(
                "files.tooBig",
                () -> by(marek, () -> submissions.addFile(meeting, own.membership(), "a.pdf", new byte[25_000_001])));
        assertRefused(
                "files.empty",
                () -> by(marek, () -> submissions.addFile(meeting, own.membership(), "a.pdf", new byte[0])));
        for (int i = 0; i < SubmissionService.MOST_FILES; i++) {
            String name = i + ".pdf";
            by(marek, () -> submissions.addFile(meeting, own.membership(), name, new byte[] {1}));
        }
        assertRefused(
                "updates.files.tooMany",
                () -> by(marek, () -> submissions.addFile(meeting, own.membership(), "a.pdf", new byte[] {1})));
    }

    @Test
    void aLineThatAMemberWroteIntoIsNotRemoved() {
        by(marek, () -> submissions.saveDraft(meeting, own.membership(), new TextEdit("", "Otevř")));

        assertRefused(
                "updates.remove.reported",
                () -> as(own.coordinator(), () -> updates.remove(meeting, line().id(), line().version())));
    }

    @Test
    void aMovedRoundTableJoinsReportsWithAllThatHangsOnThem() {
        MeetingId later = plannedMeeting("Lednové setkání", DAY.plusMonths(1));
        addItem(later, "Kolečko", AgendaItemKind.ROUND_TABLE);
        Visitor there = visitor(later, own.member().person(), "Marek Dvořák");
        run(
                there,
                () -> submissions.submit(
                        later,
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("", "Mají místo."),
                                Set.of(Signal.FREE_PLACES),
                                2,
                                List.of(),
                                List.of(orp()))));
        by(there, () -> submissions.addFile(later, own.membership(), "a.pdf", new byte[] {1}));
        run(
                marek,
                () -> submissions.submit(
                        meeting,
                        own.membership(),
                        new SubmissionData(
                                new TextEdit("", "Chybí kolega."),
                                Set.of(Signal.FREE_PLACES, Signal.STAFFING),
                                null,
                                List.of(service(own.organisation().value(), "Poradna")),
                                List.of())));
        by(marek, () -> submissions.addFile(meeting, own.membership(), "b.pdf", new byte[] {1}));
        by(
                eva,
                () -> submissions.saveDraft(
                        meeting, own.membership(), new TextEdit("Chybí kolega.", "Chybí kolega a byt.")));
        UpdateId moved = line().id();
        as(own.coordinator(), () -> service(ConversionService.class).toBacklog(moved));

        as(
                own.coordinator(),
                () -> service(AgendaService.class)
                        .moveToMeeting(
                                meeting,
                                roundTable,
                                service(MeetingService.class)
                                        .agenda(meeting)
                                        .getFirst()
                                        .version(),
                                later));

        Submission joined = by(there, () -> submissions.of(later, own.membership()));
        assertThat(joined.submitted()).isEqualTo("Mají místo.\n\nChybí kolega.");
        assertThat(joined.draft()).isEqualTo("Chybí kolega a byt.");
        assertThat(joined.signals()).containsExactly(Signal.FREE_PLACES, Signal.STAFFING);
        assertThat(joined.freePlaces()).isEqualTo(2);
        assertThat(joined.services()).hasSize(1);
        assertThat(joined.orps()).hasSize(1);
        assertThat(joined.files()).extracting(ReportFile::name).containsExactly("a.pdf", "b.pdf");
        assertThat(as(own.coordinator(), () -> service(ConversionService.class).outcomes(later)))
                .hasEntrySatisfying(
                        joined.id(), outcomes -> assertThat(outcomes).hasSize(1));
        assertThat(as(own.coordinator(), () -> updates.of(later)))
                .singleElement()
                .satisfies(line -> assertThat(line.data().text()).isEqualTo("Mají místo.\n\nChybí kolega."));
    }

    private ServiceId service(long organisation, String name) {
        db.execute(
                "insert into service (public_id, organisation_id, name) values (?, ?, ?)",
                UUID.randomUUID().toString(),
                organisation,
                name);
        return new ServiceId(db.fetchOne("select last_insert_id()").get(0, Long.class));
    }

    private OrpId orp() {
        db.execute("insert into orp (code, name) values ('9901', 'Zkušební')");
        return new OrpId(db.fetchOne("select last_insert_id()").get(0, Long.class));
    }

    private static void assertRefused(String messageKey, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(work::run)
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
