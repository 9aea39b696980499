package cz.koplan.situation;

import static cz.koplan.db.Tables.AGENDA_ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.OrpId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.files.FileStore;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Each reader of an organisation's page sees what lies in their groups, and its own people their own words. */
class OrganisationPageTest extends ApplicationTest {

    private static final LocalDateTime LATER = LocalDateTime.of(2025, 11, 3, 9, 0);

    @Autowired
    private OrganisationPageService pages;

    @Autowired
    private UpdateFileService files;

    private Region region;
    private Region.Circle own;
    private Reports reports;

    @BeforeEach
    void settle() {
        region = new Region(context);
        own = region.own;
        reports = new Reports(db);
    }

    @Test
    void whatWasSaidComesNewestFirstWithWhatBelongsToIt() {
        OrpId liberec = reports.orp("Horní Město");
        var service = reports.service(own.organisation(), "Linka Pramen", liberec);
        UpdateId update = reports.handedIn(own.group(), own.organisation(), "Hledají {{tajně}} pracovnici.", LATER);
        reports.signal(update, Signal.STAFFING, Signal.CAPACITY_FULL);
        reports.about(update, service);
        reports.in(update, liberec);
        reports.change(own.update(), row -> row.setSubmittedText("Máme volná místa."));

        List<SaidUpdate> said = as(own.member(), () -> pages.updates(own.organisation(), 0, 10));

        assertThat(said).extracting(SaidUpdate::id).containsExactly(update, own.update());
        SaidUpdate first = said.getFirst();
        assertThat(first.meeting()).isNull();
        assertThat(first.day()).isEqualTo(LocalDate.of(2025, 11, 3));
        assertThat(first.text()).isEqualTo("Hledají tajně pracovnici.");
        assertThat(first.recorded()).isFalse();
        assertThat(first.submittedBy()).isEqualTo("Marek Dvořák");
        assertThat(first.signals()).containsExactly(Signal.CAPACITY_FULL, Signal.STAFFING);
        assertThat(first.services()).extracting(SaidUpdate.Tagged::name).containsExactly("Linka Pramen");
        assertThat(first.localities()).containsExactly("Horní Město");
        SaidUpdate second = said.getLast();
        assertThat(second.meetingTitle()).isEqualTo("Setkání: Senioři");
        assertThat(second.day()).isEqualTo(Region.DAY);
        assertThat(second.text()).isEqualTo("Mají volná místa.");
        assertThat(second.recorded()).isTrue();
        assertThat(second.submitted()).isEqualTo("Máme volná místa.");

        assertThat(as(own.member(), () -> pages.updates(own.organisation(), 1, 1)))
                .extracting(SaidUpdate::id)
                .containsExactly(own.update());
        assertThat(as(own.member(), () -> pages.countUpdates(own.organisation())))
                .isEqualTo(2);
    }

    @Test
    void preparedLinesAndDraftsWereNotSaidButNoNewsWas() {
        reports.insert(own.group(), own.organisation(), row -> row.setDraftText("Rozepsáno"));
        reports.insert(own.group(), own.organisation(), row -> row.setRecordedText(""));
        reports.insert(own.group(), own.organisation(), row -> row.setOutcome(UpdateOutcome.ABSENT));
        UpdateId noNews = reports.insert(own.group(), own.organisation(), row -> {
            row.setOutcome(UpdateOutcome.NO_NEWS);
            row.setSubmittedAt(LATER);
        });

        assertThat(said(own.member(), own.organisation()))
                .extracting(SaidUpdate::id)
                .containsExactly(noNews, own.update());
    }

    @Test
    void whatBecameOfAnUpdateStandsBesideIt() {
        var backlog = service(BacklogService.class);
        var topic = as(own.coordinator(), () -> backlog.propose(own.group(), "Dluhy"));
        as(own.coordinator(), () -> backlog.hide(own.group(), topic, 1, "Jinde."));
        reports.became(own.update(), RefKind.TASK, own.task().value());
        reports.became(own.update(), RefKind.AGENDA_ITEM, own.topic().value());
        reports.became(own.update(), RefKind.BACKLOG_ITEM, own.backlogItem().value());
        reports.became(own.update(), RefKind.BACKLOG_ITEM, topic.value());
        reports.became(own.update(), RefKind.TASK, 999_999_999L);

        assertThat(said(own.member(), own.organisation()).getFirst().consequences())
                .extracting(Consequence::title)
                .containsExactly("Rozeslat dotazník.", "Různé", "Bydlení", "Dluhy");
        assertThat(said(own.member(), own.organisation()).getFirst().consequences())
                .filteredOn(Consequence.Task.class::isInstance)
                .extracting(task -> ((Consequence.Task) task).state())
                .containsExactly(TaskState.OPEN);
        assertThat(said(own.member(), own.organisation()).getFirst().consequences())
                .filteredOn(Consequence.InBacklog.class::isInstance)
                .extracting(topicOf -> ((Consequence.InBacklog) topicOf).state())
                .containsExactly(BacklogState.WAITS, BacklogState.HIDDEN);

        db.update(AGENDA_ITEM)
                .set(AGENDA_ITEM.COORDINATOR_ONLY, true)
                .where(AGENDA_ITEM.ID.eq(own.topic()))
                .execute();
        assertThat(said(own.member(), own.organisation()).getFirst().consequences())
                .hasSize(3);
        assertThat(said(own.coordinator(), own.organisation()).getFirst().consequences())
                .hasSize(4);
    }

    @Test
    void theRestOfThePageShowsWhatWaitsForTheOrganisation() {
        as(own.member(), () -> service(BacklogService.class).propose(own.group(), "Dluhová poradna"));
        reports.service(own.organisation(), "Poradna", reports.orp("Horní Město"));
        MeetingId next = region.meeting(own, "Příště", LocalDate.now().plusDays(20));
        db.execute("update meeting set state = 'PLANNED' where id = ?", next.value());

        OrganisationPage page = as(own.member(), () -> pages.page(own.organisation()));

        assertThat(page.name()).isEqualTo("Pramen");
        assertThat(page.groups())
                .extracting(OrganisationPage.Membership::groupName)
                .containsExactly("Senioři");
        assertThat(page.tasks()).extracting(OrganisationPage.OwnTask::text).containsExactly("Rozeslat dotazník.");
        assertThat(page.services())
                .extracting(OrganisationPage.OwnService::name, OrganisationPage.OwnService::localities)
                .containsExactly(tuple("Poradna", List.of("Horní Město")), tuple("Poradna Pramen", List.of()));
        assertThat(page.meetings()).extracting(OrganisationPage.Coming::id).containsExactly(next);
        assertThat(page.proposals())
                .extracting(proposal -> proposal.proposal().title())
                .containsExactly("Dluhová poradna");
    }

    @Test
    void aHiddenProposalIsForItsAuthorAndTheCoordinators() {
        var backlog = service(BacklogService.class);
        var topic = as(own.member(), () -> backlog.propose(own.group(), "Dluhy"));
        as(own.coordinator(), () -> backlog.hide(own.group(), topic, 1, "Jinde."));

        assertThat(as(own.member(), () -> pages.page(own.organisation())).proposals())
                .singleElement()
                .satisfies(proposal ->
                        assertThat(proposal.proposal().hidden().reason()).isEqualTo("Jinde."));
        assertThat(as(own.coordinator(), () -> pages.page(own.organisation())).proposals())
                .hasSize(1);
        assertThat(as(region.planner, () -> pages.page(own.organisation())).proposals())
                .isEmpty();
    }

    @Test
    void onlyItsDelegatesPlannersAndCoordinatorsOfItsGroupsRead() {
        for (Actor reader : List.of(own.member(), own.coordinator(), region.planner)) {
            assertThat(said(reader, own.organisation())).hasSize(1);
        }
        for (Actor stranger : List.of(region.foreign.member(), region.foreign.coordinator(), region.admin)) {
            denied(() -> as(stranger, () -> pages.page(own.organisation())));
            denied(() -> as(stranger, () -> pages.updates(own.organisation(), 0, 10)));
            denied(() -> as(stranger, () -> pages.countUpdates(own.organisation())));
        }
        denied(() -> asPublic(() -> pages.page(own.organisation())));
    }

    /** The organisation speaks in the foreign group, too, through somebody else. */
    private void joinForeignGroup() {
        as(region.foreign.coordinator(), () -> {
            var groups = service(GroupService.class);
            var member = groups.addOrganisation(region.foreign.group(), own.organisation(), Region.SINCE);
            groups.addDelegate(member, region.stranger, DelegateKind.DELEGATE, Region.SINCE);
        });
    }

    @Test
    void aTextStaysWithinItsGroup() {
        joinForeignGroup();
        UpdateId open = reports.handedIn(region.foreign.group(), own.organisation(), "Vlastní slova {{tajné}}.", LATER);
        reports.became(open, RefKind.TASK, region.foreign.task().value());
        UpdateId internal = reports.handedIn(region.foreign.group(), own.organisation(), "Jen pro skupinu.", LATER);
        reports.change(internal, row -> row.setInternal(true));
        UpdateId recorded = reports.insert(region.foreign.group(), own.organisation(), row -> {
            row.setMeetingId(region.foreign.meeting());
            row.setAgendaItemId(region.foreign.roundTable());
            row.setRecordedText("Zapsáno koordinátorem.");
        });
        assertThat(said(region.planner, own.organisation()))
                .extracting(SaidUpdate::id)
                .contains(open, internal, recorded, own.update());

        // The coordinator of the own group reads nothing of the other one.
        assertThat(said(own.coordinator(), own.organisation()))
                .extracting(SaidUpdate::id)
                .containsExactly(own.update());
        // Its own delegate elsewhere reads what the organisation handed in itself.
        List<SaidUpdate> ofMember = said(own.member(), own.organisation());
        assertThat(ofMember).extracting(SaidUpdate::id).containsExactly(open, own.update());
        assertThat(ofMember.getFirst().text()).isEqualTo("Vlastní slova […].");
        assertThat(ofMember.getFirst().consequences()).isEmpty();
        // Its words in approved minutes, too.
        db.execute(
                "update minutes set state = 'APPROVED' where meeting_id = ?",
                region.foreign.meeting().value());
        assertThat(said(own.member(), own.organisation()))
                .extracting(SaidUpdate::text)
                .containsExactly("Vlastní slova […].", "Zapsáno koordinátorem.", "Mají volná místa.")
                .doesNotContain("Jen pro skupinu.");
        assertThat(said(region.foreign.coordinator(), own.organisation()))
                .extracting(SaidUpdate::text)
                .containsExactly("Jen pro skupinu.", "Vlastní slova tajné.", "Zapsáno koordinátorem.");
        assertThat(as(region.foreign.coordinator(), () -> pages.page(own.organisation()))
                        .tasks())
                .isEmpty();
    }

    @Test
    void whatStandsUnderAnItemForCoordinatorsIsForThoseOfItsGroup() {
        db.update(AGENDA_ITEM)
                .set(AGENDA_ITEM.COORDINATOR_ONLY, true)
                .where(AGENDA_ITEM.ID.eq(own.roundTable()))
                .execute();

        assertThat(said(own.member(), own.organisation())).isEmpty();
        assertThat(said(region.planner, own.organisation())).isEmpty();
        assertThat(said(own.coordinator(), own.organisation())).hasSize(1);
    }

    @Test
    void aLinkToAMeetingReadsWhatLiesInItsGroup() {
        joinForeignGroup();
        reports.handedIn(region.foreign.group(), own.organisation(), "Jinde.", LATER);
        var visitor = new Visitor(
                LinkPurpose.MEETING, own.meeting().value(), own.member().person(), "Marek Dvořák");

        assertThat(by(visitor, () -> pages.updates(own.organisation(), 0, 10)))
                .extracting(SaidUpdate::id)
                .containsExactly(own.update());
        assertThat(by(visitor, () -> pages.page(own.organisation())).tasks()).hasSize(1);
        denied(() -> by(visitor, () -> pages.page(region.foreign.organisation())));
        denied(() -> by(visitor, () -> pages.own()));
        for (var wrong : List.of(
                new Visitor(
                        LinkPurpose.CALENDAR,
                        own.meeting().value(),
                        own.member().person(),
                        "Marek"),
                new Visitor(
                        LinkPurpose.MEETING,
                        region.foreign.meeting().value(),
                        own.member().person(),
                        "Marek"),
                new Visitor(LinkPurpose.MEETING, own.meeting().value(), region.stranger, "Jan"))) {
            denied(() -> by(wrong, () -> pages.page(own.organisation())));
        }
    }

    @Test
    void filesAreReadInsideTheGroupAndByLinkForTheOwnOrganisation() {
        var file = service(FileStore.class).store("cenik.txt", "text/plain", new byte[] {1, 2});
        reports.attach(own.update(), file);
        var visitor = new Visitor(
                LinkPurpose.MEETING, own.meeting().value(), own.member().person(), "Marek Dvořák");

        assertThat(said(own.member(), own.organisation()).getFirst().files())
                .extracting(SaidUpdate.Attached::name)
                .containsExactly("cenik.txt");
        assertThat(as(own.member(), () -> files.file(own.update(), file))
                        .orElseThrow()
                        .bytes())
                .containsExactly(1, 2);
        assertThat(by(visitor, () -> files.file(own.update(), file))).isPresent();
        assertThat(as(region.foreign.member(), () -> files.file(region.foreign.update(), file)))
                .isEmpty();
        denied(() -> as(region.foreign.member(), () -> files.file(own.update(), file)));
        denied(() -> by(visitor, () -> files.file(region.foreign.update(), file)));
    }

    @Test
    void thePageTakesTheSameNumberOfStatementsHoweverMuchWasSaid() {
        int few = statements();
        for (int i = 0; i < 12; i++) {
            UpdateId update = reports.handedIn(own.group(), own.organisation(), "Zpráva " + i, LATER.plusDays(i));
            reports.signal(update, Signal.STAFFING);
            reports.about(update, reports.service(own.organisation(), "Služba " + i, reports.orp("Obec " + i)));
            reports.became(update, RefKind.TASK, own.task().value());
        }

        assertThat(said(own.member(), own.organisation())).hasSize(13);
        assertThat(statements()).isEqualTo(few);
    }

    private int statements() {
        return statements
                .of(() -> as(own.member(), () -> {
                    pages.page(own.organisation());
                    pages.updates(own.organisation(), 0, 50);
                }))
                .size();
    }

    private List<SaidUpdate> said(Actor reader, OrganisationId organisation) {
        return as(reader, () -> pages.updates(organisation, 0, 50));
    }

    private static <T> T by(Visitor visitor, Supplier<T> work) {
        return CurrentActor.actingAs(visitor, work);
    }

    private static void denied(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(AccessDeniedException.class);
    }
}
