package cz.koplan.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaPage;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.BacklogItem;
import cz.koplan.meetings.BacklogItemId;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.shared.refs.RefNames;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class ConversionServiceTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private MeetingId next;
    private ConversionService conversions;

    @BeforeEach
    void planNextMeeting() {
        region = new Region(context);
        own = region.own;
        conversions = service(ConversionService.class);
        next = region.meeting(own, "Prosincové setkání", Region.DAY.plusMonths(3));
        db.execute("update meeting set state = 'PLANNED' where id = ?", next.value());
    }

    private <T> T coordinating(Supplier<T> work) {
        return as(own.coordinator(), work);
    }

    private List<Outcome> outcomes() {
        return coordinating(() -> conversions.outcomes(own.meeting())).getOrDefault(own.update(), List.of());
    }

    private void write(String text) {
        as(
                own.coordinator(),
                () -> service(UpdateService.class)
                        .saveText(own.meeting(), own.update(), new TextEdit("Mají volná místa.", text)));
    }

    @Test
    void itBecomesAnItemOfAComingMeetingOnceAndIsSeenFromBothSides() {
        assertThat(coordinating(() -> conversions.targets(own.update())))
                .containsExactly(new ConversionTarget(next, "Prosincové setkání", Region.DAY.plusMonths(3)));
        AgendaItemId item = coordinating(() -> conversions.toAgendaItem(own.update(), next));
        AgendaItemId again = coordinating(() -> conversions.toAgendaItem(own.update(), next));

        assertThat(again).isEqualTo(item);
        AgendaPage page = coordinating(() -> service(AgendaService.class).page(next));
        assertThat(page.lines())
                .singleElement()
                .extracting(line -> line.item().data().title())
                .isEqualTo("Pramen: Mají volná místa.");
        assertThat(page.origins().get(new Ref(RefKind.AGENDA_ITEM, item.value())))
                .containsExactly(new RefNames.Named(
                        "Pramen", Region.DAY, "meetings/" + own.meeting().value()));
        assertThat(outcomes())
                .containsExactly(new Outcome(
                        own.update(),
                        new Ref(RefKind.AGENDA_ITEM, item.value()),
                        null,
                        "Pramen: Mají volná místa.",
                        next,
                        Region.DAY.plusMonths(3),
                        OutcomeState.OPEN));
    }

    @Test
    void fromTheBacklogTheLinkGoesOntoTheAgendaAndBack() {
        BacklogItemId waiting = coordinating(() -> conversions.toBacklog(own.update()));
        assertThat(coordinating(() -> conversions.toBacklog(own.update()))).isEqualTo(waiting);
        assertThat(outcomes()).extracting(Outcome::ref).containsExactly(new Ref(RefKind.BACKLOG_ITEM, waiting.value()));

        AgendaItemId item = coordinating(() -> conversions.toAgendaItem(own.update(), next));

        assertThat(outcomes()).extracting(Outcome::ref).containsExactly(new Ref(RefKind.AGENDA_ITEM, item.value()));
        assertThat(coordinating(() -> service(BacklogService.class).open(own.group())))
                .extracting(BacklogItem::id)
                .doesNotContain(waiting);

        AgendaItem there =
                coordinating(() -> service(MeetingService.class).agenda(next)).getFirst();
        as(own.coordinator(), () -> service(BacklogService.class).dropBack(next, there.id(), there.version()));

        assertThat(outcomes()).extracting(Outcome::ref).containsExactly(new Ref(RefKind.BACKLOG_ITEM, waiting.value()));
    }

    @Test
    void anItemThatMovesToAnotherMeetingKeepsItsOrigin() {
        coordinating(() -> conversions.toAgendaItem(own.update(), next));
        MeetingId later = region.meeting(own, "Lednové setkání", Region.DAY.plusMonths(4));
        AgendaItem there =
                coordinating(() -> service(MeetingService.class).agenda(next)).getFirst();

        as(
                own.coordinator(),
                () -> service(AgendaService.class).moveToMeeting(next, there.id(), there.version(), later));

        assertThat(outcomes()).extracting(Outcome::meeting).containsExactly(later);
    }

    @Test
    void itBecomesATaskOfTheOrganisation() {
        TaskId task = coordinating(() -> conversions.toTask(own.update()));

        assertThat(coordinating(() -> conversions.toTask(own.update()))).isEqualTo(task);
        var page = coordinating(() -> service(TaskService.class).page(task));
        assertThat(page.task().text()).isEqualTo("Mají volná místa.");
        assertThat(page.task().owner()).isEqualTo("Pramen");
        assertThat(page.task().meeting()).isEqualTo(own.meeting());
        assertThat(page.origins()).extracting(RefNames.Named::name).containsExactly("Pramen");
        assertThat(outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.OPEN);

        as(own.coordinator(), () -> service(TaskService.class).finish(task, null, null));

        assertThat(outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.DONE);
    }

    @Test
    void afterApprovalTheTaskIsGivenAtTheNextMeeting() {
        db.execute(
                "update minutes set state = 'APPROVED' where meeting_id = ?",
                own.meeting().value());

        TaskId task = coordinating(() -> conversions.toTask(own.update()));

        assertThat(coordinating(() -> service(TaskService.class).page(task))
                        .task()
                        .meeting())
                .isEqualTo(next);
    }

    @Test
    void aReportBetweenMeetingsBecomesATaskOfTheNextMeeting() {
        as(
                own.member(),
                () -> service(SubmissionService.class)
                        .submit(
                                own.group(),
                                own.membership(),
                                new SubmissionData(
                                        new TextEdit("", "Zavřou pobočku."),
                                        Set.of(Signal.CLOSED_SITE),
                                        null,
                                        List.of(),
                                        List.of())));
        UpdateId waiting = as(
                        own.member(), () -> service(SubmissionService.class).of(own.group(), own.membership()))
                .id();

        coordinating(() -> conversions.toTask(waiting));

        assertThat(as(own.member(), () -> conversions.outcomes(own.group(), List.of(waiting)))
                        .get(waiting))
                .extracting(Outcome::title)
                .containsExactly("Zavřou pobočku.");
    }

    @Test
    void theProposalsWaitForTheirParts() {
        ProposalId capacity = coordinating(() -> conversions.toProposal(own.update(), ProposalKind.CAPACITY_CHANGE));
        coordinating(() -> conversions.toProposal(own.update(), ProposalKind.CAPACITY_CHANGE));
        coordinating(() -> conversions.toProposal(own.update(), ProposalKind.IMPACT_CASE));

        assertThat(outcomes())
                .extracting(Outcome::proposal)
                .containsExactly(ProposalKind.CAPACITY_CHANGE, ProposalKind.IMPACT_CASE);
        assertThat(outcomes()).extracting(Outcome::state).containsOnly(OutcomeState.AWAITING);
        Proposal proposal = as(own.member(), () -> conversions.proposal(capacity));
        assertThat(proposal.body()).isEqualTo("Mají volná místa.");
        assertThat(proposal.createdBy()).isEqualTo("Klára Tichá");
        assertThat(proposal.origins()).extracting(RefNames.Named::day).containsExactly(Region.DAY);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(region.foreign.coordinator(), () -> conversions.proposal(capacity)));
    }

    @Test
    void whatIsInternalDoesNotGetIntoAHeading() {
        write("Mají volná místa. {{Ředitel odchází.}}");
        AgendaItemId item = coordinating(() -> conversions.toAgendaItem(own.update(), next));
        assertThat(title(item)).isEqualTo("Pramen: Mají volná místa.");

        as(own.coordinator(), () -> service(UpdateService.class).setInternal(own.meeting(), own.update(), true));
        as(own.coordinator(), () -> conversions.undo(own.update(), new Ref(RefKind.AGENDA_ITEM, item.value())));
        AgendaItemId whole = coordinating(() -> conversions.toAgendaItem(own.update(), next));
        assertThat(title(whole)).isEqualTo("Pramen");
        TaskId task = coordinating(() -> conversions.toTask(own.update()));
        assertThat(coordinating(() -> service(TaskService.class).of(own.meeting())))
                .filteredOn(one -> one.id().equals(task))
                .singleElement()
                .satisfies(one -> assertThat(one.internal()).isTrue());
    }

    private String title(AgendaItemId id) {
        return coordinating(() -> service(MeetingService.class).agenda(next)).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .data()
                .title();
    }

    @Test
    void eachIsTakenBackAndMayBeMadeAnew() {
        coordinating(() -> conversions.toAgendaItem(own.update(), next));
        coordinating(() -> conversions.toBacklog(own.update()));
        coordinating(() -> conversions.toTask(own.update()));
        coordinating(() -> conversions.toProposal(own.update(), ProposalKind.IMPACT_CASE));
        assertThat(outcomes()).hasSize(4);

        outcomes().forEach(outcome -> as(own.coordinator(), () -> conversions.undo(own.update(), outcome.ref())));

        assertThat(outcomes()).isEmpty();
        assertThat(coordinating(() -> service(MeetingService.class).agenda(next)))
                .isEmpty();
        assertThat(db.fetchCount(db.selectFrom("proposal"))).isZero();
        assertThat(db.fetchCount(db.selectFrom("link"))).isZero();
        coordinating(() -> conversions.toTask(own.update()));
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void onlyTheCoordinatorsOfItsGroupConvertAndOnlyWithinIt() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(own.member(), () -> conversions.toTask(own.update())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(region.foreign.coordinator(), () -> conversions.toTask(own.update())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> coordinating(() -> conversions.toAgendaItem(own.update(), region.foreign.meeting())));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> {
                    db.execute(
                            "update group_coordinator set person_id = ? where group_id = ?",
                            own.coordinator().person().value(),
                            region.foreign.group().value());
                    coordinating(() -> conversions.toAgendaItem(own.update(), region.foreign.meeting()));
                })
                .extracting(InvalidInputException::messageKey)
                .isEqualTo("meetings.item.otherMeeting");
    }

    @Test
    void aMemberReadsWhatBecameOfItsOwnUpdatesOnly() {
        coordinating(() -> conversions.toTask(own.update()));
        Visitor marek = new Visitor(
                LinkPurpose.MEETING, own.meeting().value(), own.member().person(), "Marek Dvořák");
        var both = List.of(own.update(), region.foreign.update());
        as(region.foreign.coordinator(), () -> conversions.toTask(region.foreign.update()));

        assertThat(CurrentActor.actingAs(marek, () -> conversions.outcomes(own.meeting(), own.membership(), both)))
                .containsOnlyKeys(own.update());
        assertThat(as(own.member(), () -> conversions.outcomes(own.group(), both)))
                .containsOnlyKeys(own.update());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(region.foreign.member(), () -> conversions.outcomes(own.group(), both)));
    }

    @Test
    void whatStandsUnderACoordinatorsItemIsForCoordinatorsOnly() {
        AgendaItemId item = coordinating(() -> conversions.toAgendaItem(own.update(), next));
        AgendaItem there =
                coordinating(() -> service(MeetingService.class).agenda(next)).getFirst();
        as(
                own.coordinator(),
                () -> service(MeetingService.class)
                        .updateAgendaItem(
                                next,
                                item,
                                there.version(),
                                new AgendaItemData(
                                        null, "Tajný bod", AgendaItemKind.TOPIC, null, null, false, true, false)));

        assertThat(outcomes()).extracting(Outcome::title).containsExactly("Tajný bod");
        assertThat(as(own.member(), () -> conversions.outcomes(own.meeting())).get(own.update()))
                .isEmpty();
    }

    @Test
    void theNumberOfQueriesDoesNotDependOnTheNumberOfUpdates() {
        coordinating(() -> conversions.toTask(own.update()));
        coordinating(() -> conversions.toBacklog(own.update()));
        int one = statements.of(this::outcomes).size();
        for (int i = 0; i < 5; i++) {
            var organisation = region.organisation("Další " + i);
            UpdateId more = coordinating(() -> service(UpdateService.class)
                    .add(own.meeting(), own.roundTable(), new UpdateData(organisation, null, "Zpráva.")));
            coordinating(() -> conversions.toTask(more));
            coordinating(() -> conversions.toBacklog(more));
        }

        assertThat(statements.of(this::outcomes)).hasSize(one);
    }
}
