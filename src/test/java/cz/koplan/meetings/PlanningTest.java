package cz.koplan.meetings;

import static cz.koplan.Region.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupService;
import cz.koplan.minutes.Audience;
import cz.koplan.minutes.Entry;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.pdf.PdfChecks;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.tasks.TaskService;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateService;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** From planning a meeting to handing on what it left. */
class PlanningTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private MeetingService meetings;
    private AgendaService agendas;
    private LifeCycleService lifeCycles;
    private BacklogService backlog;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        meetings = service(MeetingService.class);
        agendas = service(AgendaService.class);
        lifeCycles = service(LifeCycleService.class);
        backlog = service(BacklogService.class);
    }

    private static MeetingData on(LocalDate day) {
        return new MeetingData(
                "Senioři",
                day,
                LocalTime.of(14, 0),
                LocalTime.of(15, 0),
                MeetingMode.IN_PERSON,
                null,
                null,
                null,
                null);
    }

    private MeetingId plan(LocalDate day) {
        return as(own.coordinator(), () -> meetings.create(own.group(), on(day)));
    }

    private void step(MeetingId meeting, MeetingState to, String reason) {
        as(own.coordinator(), () -> lifeCycles.step(meeting, to, reason));
    }

    private void hold(MeetingId meeting) {
        step(meeting, MeetingState.IN_PROGRESS, null);
        step(meeting, MeetingState.HELD, null);
    }

    private AgendaPage page(MeetingId meeting) {
        return as(own.coordinator(), () -> agendas.page(meeting));
    }

    private List<String> agenda(MeetingId meeting) {
        return page(meeting).lines().stream()
                .map(line -> line.item().data())
                .map(item -> (item.number() == null ? "–" : item.number()) + " " + item.title())
                .toList();
    }

    private AgendaItemId add(MeetingId meeting, AgendaItemData data) {
        return as(own.coordinator(), () -> meetings.addAgendaItem(meeting, data));
    }

    private static AgendaItemData topic(String title) {
        return new AgendaItemData(null, title, AgendaItemKind.TOPIC, 15, null, false, false, false);
    }

    private static AgendaItemData hidden(String title) {
        return new AgendaItemData(null, title, AgendaItemKind.TOPIC, 15, null, false, true, false);
    }

    private void setDiscussed(AgendaItemId item) {
        db.execute("update agenda_item set discussed = true where id = ?", item.value());
    }

    @Test
    void aNewMeetingHasTheUsualAgenda() {
        MeetingId meeting = plan(DAY.plusDays(30));

        Meeting created = as(own.member(), () -> meetings.get(meeting));
        assertThat(created.state()).isEqualTo(MeetingState.PLANNED);
        assertThat(created.origin()).isEqualTo(MeetingOrigin.DESK);
        assertThat(agenda(meeting))
                .containsExactly(
                        "1 Schválení zápisu z minulého setkání", "2 Kontrola úkolů", "3 Informace od členů", "4 Různé");
        assertThat(page(meeting).plannedMinutes()).isEqualTo(55);
        assertThat(page(meeting).plannedEnd()).isEqualTo(DAY.plusDays(30).atTime(14, 55));
        assertThat(page(meeting).overtime()).isFalse();
    }

    @Test
    void withoutEarlierMinutesThereIsNothingToApprove() {
        assertThat(agenda(plan(DAY.minusYears(1))))
                .containsExactly("1 Kontrola úkolů", "2 Informace od členů", "3 Různé");
    }

    @Test
    void theTemplateOfTheGroupGoesBeforeTheUsualAgenda() {
        var templates = service(TemplateService.class);
        assertThat(as(own.member(), () -> templates.get(own.group())).version()).isZero();
        var items = List.of(
                new TemplateItem("Úvod", AgendaItemKind.TOPIC, 5),
                new TemplateItem("Kolečko", AgendaItemKind.ROUND_TABLE, 60));
        var data = new TemplateData("Jednání", LocalTime.of(9, 0), LocalTime.of(11, 0), null, "Radnice", items);
        as(own.coordinator(), () -> templates.save(own.group(), 0, data));

        assertThat(agenda(plan(DAY.plusDays(30)))).containsExactly("1 Úvod", "2 Kolečko");
        MeetingData proposed = as(own.coordinator(), () -> meetings.proposeNext(own.group()));
        assertThat(proposed.title()).isEqualTo("Jednání");
        assertThat(proposed.startsAt()).isEqualTo(LocalTime.of(9, 0));

        int version = as(own.member(), () -> templates.get(own.group())).version();
        var shorter = new TemplateData(
                "Jednání", LocalTime.of(9, 0), LocalTime.of(11, 0), null, "Radnice", items.subList(1, 2));
        as(own.coordinator(), () -> templates.save(own.group(), version, shorter));
        assertThat(as(own.member(), () -> templates.get(own.group())).data()).isEqualTo(shorter);
        assertThatThrownBy(() -> as(own.coordinator(), () -> templates.save(own.group(), version, data)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void aSeriesPlansEveryDayAndOneOfThemMayBeMovedOrCancelled() {
        var everyOtherMonday = new Recurrence(new Recurrence.Weekly(2, DayOfWeek.MONDAY), new Recurrence.Count(3));
        LocalDate first = LocalDate.of(2026, 3, 2);

        List<MeetingId> ids =
                as(own.coordinator(), () -> meetings.createSeries(own.group(), on(first), everyOtherMonday));

        assertThat(ids).extracting(this::day).containsExactly(first, first.plusDays(14), first.plusDays(28));
        Meeting second = as(own.member(), () -> meetings.get(ids.get(1)));
        as(own.coordinator(), () -> meetings.update(second.id(), second.version(), on(first.plusDays(15))));
        step(ids.get(2), MeetingState.CANCELLED, null);
        assertThat(ids).extracting(this::day).containsExactly(first, first.plusDays(15), first.plusDays(28));
        assertThat(as(own.member(), () -> meetings.get(second.id())).seriesDay())
                .isEqualTo(first.plusDays(14));
        assertThat(as(own.member(), () -> meetings.get(ids.get(2))).state()).isEqualTo(MeetingState.CANCELLED);
        assertThat(db.fetchSingle("select rule from meeting_series")
                        .get(0, String.class)
                        .replace(" ", ""))
                .contains("\"every\":2", "\"day\":\"MONDAY\"", "\"meetings\":3");
    }

    @Test
    void everyMeetingOfASeriesIsNamedByItsOwnMonth() {
        var data = new MeetingData(
                "Senioři, prosinec 2026", LocalDate.of(2026, 12, 10), null, null, null, null, null, null, null);
        var monthly =
                new Recurrence(new Recurrence.MonthlyOnWeekday(1, 2, DayOfWeek.THURSDAY), new Recurrence.Count(2));

        List<MeetingId> ids = as(own.coordinator(), () -> meetings.createSeries(own.group(), data, monthly));

        assertThat(ids)
                .extracting(
                        id -> as(own.member(), () -> meetings.get(id)).data().title())
                .containsExactly("Senioři, prosinec 2026", "Senioři, leden 2027");
    }

    private LocalDate day(MeetingId id) {
        return as(own.member(), () -> meetings.get(id)).data().heldOn();
    }

    @Test
    void timesThatTheClockSkipsAreRefused() {
        LocalDate march = LocalDate.of(2027, 3, 28);
        var skipped = new MeetingData("Noc", march, LocalTime.of(2, 30), null, null, null, null, null, null);

        assertRefused("meetings.time.skipped", () -> meetings.create(own.group(), skipped));
    }

    @Test
    void startingGivesTheMeetingMinutesAndIsKeptWithNameAndReason() {
        MeetingId meeting = plan(DAY.plusDays(30));

        step(meeting, MeetingState.IN_PROGRESS, null);

        MinutesPage minutes =
                as(own.member(), () -> service(MinutesService.class).page(meeting));
        assertThat(minutes.state()).isEqualTo(MinutesState.DRAFT);
        assertThat(minutes.signatories().author()).isEqualTo(own.coordinator().name());
        step(meeting, MeetingState.PLANNED, "Sešli se jen dva.");
        step(meeting, MeetingState.IN_PROGRESS, null);
        assertThat(as(own.member(), () -> lifeCycles.steps(meeting)))
                .extracting(taken -> taken.from() + " " + taken.to() + " " + taken.reason() + " " + taken.takenBy())
                .containsExactly(
                        "PLANNED IN_PROGRESS null Klára Tichá",
                        "IN_PROGRESS PLANNED Sešli se jen dva. Klára Tichá",
                        "PLANNED IN_PROGRESS null Klára Tichá");
    }

    @Test
    void stepsOutsideTheLifeCycleAreRefused() {
        MeetingId meeting = plan(DAY.plusDays(30));

        assertRefused("meetings.step.refused", () -> lifeCycles.step(meeting, MeetingState.HELD, null));
        assertRefused(
                "meetings.step.reason.needed", () -> lifeCycles.step(own.meeting(), MeetingState.IN_PROGRESS, ""));
        assertRefused("minutes.step.refused", () -> lifeCycles.minutesStep(own.meeting(), MinutesState.APPROVED, null));
        as(own.coordinator(), () -> lifeCycles.minutesStep(own.meeting(), MinutesState.IN_REVIEW, null));
        assertRefused("minutes.step.refused", () -> lifeCycles.minutesStep(own.meeting(), MinutesState.APPROVED, null));
        assertRefused(
                "meetings.step.reason.needed", () -> lifeCycles.minutesStep(own.meeting(), MinutesState.DRAFT, null));
        as(own.coordinator(), () -> lifeCycles.minutesStep(own.meeting(), MinutesState.DRAFT, "Chybí usnesení."));
        assertThat(as(own.member(), () -> service(MinutesService.class).page(own.meeting()))
                        .state())
                .isEqualTo(MinutesState.DRAFT);
    }

    @Test
    void approvedMinutesEndTheLifeCycle() {
        db.execute(
                "update minutes set state = 'APPROVED' where meeting_id = ?",
                own.meeting().value());

        assertThatThrownBy(() -> step(own.meeting(), MeetingState.IN_PROGRESS, "Oprava"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(own.coordinator(), () -> agendas.moveItem(own.meeting(), own.topic(), 1)))
                .isInstanceOf(AccessDeniedException.class);
        // What comes after the meeting is still possible.
        as(own.coordinator(), () -> meetings.createNext(own.meeting(), on(DAY.plusDays(30))));
    }

    @Test
    void itemsInTheMinutesAreNumberedByTheirOrder() {
        MeetingId meeting = plan(DAY.plusDays(30));
        AgendaItemId housing = add(meeting, topic("Bydlení"));
        add(meeting, hidden("Jen pro koordinátora"));
        as(own.coordinator(), () -> agendas.moveItem(meeting, housing, 1));
        assertThat(agenda(meeting))
                .containsExactly(
                        "1 Bydlení",
                        "2 Schválení zápisu z minulého setkání",
                        "3 Kontrola úkolů",
                        "4 Informace od členů",
                        "5 Různé",
                        "– Jen pro koordinátora");

        AgendaItem approval = page(meeting).lines().get(1).item();
        var skipped = new AgendaItemData(
                null, approval.data().title(), AgendaItemKind.APPROVAL, 5, "Jana", true, false, true);
        as(own.coordinator(), () -> meetings.updateAgendaItem(meeting, approval.id(), approval.version(), skipped));
        AgendaItem check = page(meeting).lines().get(2).item();
        as(own.coordinator(), () -> agendas.removeItem(meeting, check.id(), check.version()));
        assertThat(agenda(meeting))
                .containsExactly(
                        "1 Bydlení",
                        "– Schválení zápisu z minulého setkání",
                        "2 Informace od členů",
                        "3 Různé",
                        "– Jen pro koordinátora");
        as(own.coordinator(), () -> agendas.moveItem(meeting, housing, 99));
        assertThat(agenda(meeting)).last().isEqualTo("3 Bydlení");
        assertThat(page(meeting).plannedMinutes()).isEqualTo(40 + 15 + 15);
        assertThat(page(meeting).overtime()).isTrue();
    }

    @Test
    void oldMinutesKeepTheirNumbers() {
        as(own.coordinator(), () -> agendas.moveItem(own.meeting(), own.topic(), 1));

        assertThat(agenda(own.meeting())).containsExactly("2 Různé", "1 Kolečko");
    }

    @Test
    void anItemThatHoldsTextsStaysAndFilesGoWithAnEmptyOne() {
        assertRefused("meetings.item.holdsTexts", () -> agendas.removeItem(own.meeting(), own.topic(), 1));
        assertRefused("meetings.item.holdsTexts", () -> backlog.dropBack(own.meeting(), own.roundTable(), 1));

        MeetingId meeting = plan(DAY.plusDays(30));
        AgendaItemId item = add(meeting, topic("Bydlení"));
        ItemFileId file = as(own.coordinator(), () -> agendas.addFile(meeting, item, "mapa.pdf", new byte[] {1, 2}));
        assertThat(as(own.member(), () -> agendas.file(meeting, file)).bytes()).containsExactly(1, 2);
        as(own.coordinator(), () -> agendas.removeItem(meeting, item, 1));
        assertThatThrownBy(() -> as(own.member(), () -> agendas.file(meeting, file)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsForTheCoordinatorsEyesIsSeenByNobodyElseAndNeverInTheMinutes() {
        AgendaItemId secret = add(own.meeting(), hidden("Spor dvou služeb"));
        ItemFileId file =
                as(own.coordinator(), () -> agendas.addFile(own.meeting(), secret, "dopis.txt", new byte[] {1}));
        var minutes = service(MinutesService.class);
        as(own.coordinator(), () -> minutes.addEntry(own.meeting(), secret, "Tajná poznámka"));

        assertThat(as(own.coordinator(), () -> minutes.page(own.meeting())).entries())
                .extracting(Entry::text)
                .contains("Tajná poznámka");
        for (var other : List.of(own.member(), region.planner)) {
            assertThat(as(other, () -> meetings.agenda(own.meeting())))
                    .extracting(AgendaItem::id)
                    .doesNotContain(secret);
            assertThat(as(other, () -> agendas.page(own.meeting())).lines()).hasSize(2);
            assertThat(as(other, () -> minutes.page(own.meeting())).entries())
                    .extracting(Entry::text)
                    .doesNotContain("Tajná poznámka");
            assertThatThrownBy(() -> as(other, () -> agendas.file(own.meeting(), file)))
                    .isInstanceOf(NotFoundException.class);
        }
        for (Audience audience : Audience.values()) {
            byte[] pdf = as(own.coordinator(), () -> minutes.pdf(own.meeting(), audience))
                    .content();
            assertThat(String.join("\n", PdfChecks.texts(pdf)).replace('\u00A0', ' '))
                    .contains("Různé")
                    .doesNotContain("Spor", "Tajná");
        }
    }

    @Test
    void unfinishedItemsGoOnByThemselvesWhenTheMeetingWasHeld() {
        MeetingId meeting = plan(DAY.plusDays(30));
        AgendaItemId housing = add(meeting, topic("Bydlení"));
        AgendaItemId transport = add(meeting, topic("Doprava"));
        add(meeting, hidden("Jen pro koordinátora"));
        setDiscussed(transport);
        MeetingId next = plan(DAY.plusDays(60));
        assertThat(agenda(next)).hasSize(4);

        hold(meeting);

        assertThat(agenda(next))
                .containsExactly(
                        "1 Schválení zápisu z minulého setkání",
                        "2 Kontrola úkolů",
                        "3 Informace od členů",
                        "4 Bydlení",
                        "– Jen pro koordinátora",
                        "5 Různé");
        AgendaPage.Line carried = page(next).lines().get(3);
        assertThat(carried.item().carriedFrom()).isEqualTo(housing);
        assertThat(carried.continuedFrom()).isEqualTo(DAY.plusDays(30));
        assertThat(page(meeting).lines())
                .extracting(AgendaPage.Line::atNext)
                .containsExactly(
                        CarryOverReason.COMES_ANYWAY,
                        CarryOverReason.COMES_ANYWAY,
                        CarryOverReason.COMES_ANYWAY,
                        CarryOverReason.COMES_ANYWAY,
                        CarryOverReason.NOT_DISCUSSED,
                        CarryOverReason.DONE,
                        CarryOverReason.NOT_DISCUSSED);

        step(meeting, MeetingState.IN_PROGRESS, "Doplnit zápis");
        step(meeting, MeetingState.HELD, null);
        assertThat(agenda(next)).hasSize(6);
    }

    @Test
    void aMeetingCreatedLaterTakesOverWhatWasLeft() {
        MeetingId meeting = plan(DAY.plusDays(30));
        add(meeting, topic("Bydlení"));
        hold(meeting);

        assertThat(agenda(plan(DAY.plusDays(60)))).contains("4 Bydlení");
        assertThat(agenda(plan(DAY.plusDays(90)))).doesNotContain("4 Bydlení");
        MeetingId chosen = as(own.coordinator(), () -> meetings.createNext(meeting, on(DAY.plusDays(95))));
        assertThat(agenda(chosen)).contains("4 Bydlení");
    }

    @Test
    void anOpenTaskTakesItsItemAlongAndOldMinutesLeaveNothingElse() {
        assertThat(agenda(plan(DAY.plusDays(10)))).hasSize(4);
        db.execute(
                "update agenda_item set title = 'Bydlení' where id = ?",
                own.topic().value());
        db.execute(
                "update action_item set agenda_item_id = ? where id = ?",
                own.topic().value(),
                own.task().value());

        MeetingId next = as(own.coordinator(), () -> meetings.createNext(own.meeting(), on(DAY.plusDays(30))));

        assertThat(agenda(next)).contains("4 Bydlení").hasSize(5);
        assertThat(page(own.meeting()).lines())
                .extracting(AgendaPage.Line::atNext)
                .containsExactly(CarryOverReason.COMES_ANYWAY, CarryOverReason.OPEN_TASK);
    }

    @Test
    void aMovedItemTakesItsTextsAlong() {
        MeetingId next = plan(DAY.plusDays(30));
        AgendaItemId there = page(next).lines().get(2).item().id();
        OrganisationId other = region.organisation("Klub");
        as(own.coordinator(), () -> service(GroupService.class).addOrganisation(own.group(), other, Region.SINCE));
        as(own.coordinator(), () -> {
            var updates = service(UpdateService.class);
            updates.add(next, there, new UpdateData(own.organisation(), null, "Chystají výstavu."));
            updates.add(own.meeting(), own.roundTable(), new UpdateData(other, null, "Hledají účetní."));
        });
        db.execute(
                "update action_item set agenda_item_id = ? where id = ?",
                own.topic().value(),
                own.task().value());
        db.execute(
                "update resolution set agenda_item_id = ? where id = ?",
                own.topic().value(),
                own.resolution().value());

        as(own.coordinator(), () -> agendas.moveToMeeting(own.meeting(), own.roundTable(), 1, next));
        as(own.coordinator(), () -> agendas.moveToMeeting(own.meeting(), own.topic(), version(own.topic()), next));

        assertThat(agenda(own.meeting())).isEmpty();
        assertThat(agenda(next)).hasSize(4);
        assertThat(as(own.member(), () -> service(UpdateService.class).of(next)))
                .extracting(update -> update.label() + ": " + update.data().text())
                .containsExactly("Pramen: Chystají výstavu.\n\nMají volná místa.", "Klub: Hledají účetní.");
        step(next, MeetingState.IN_PROGRESS, null);
        MinutesPage minutes =
                as(own.member(), () -> service(MinutesService.class).page(next));
        assertThat(minutes.entries()).extracting(Entry::text).containsExactly("Příští rok se připraví plán.");
        assertThat(minutes.resolutions()).hasSize(1);
        assertThat(as(own.member(), () -> service(TaskService.class).of(next))).hasSize(1);
        assertThat(as(own.member(), () -> service(TaskService.class).of(own.meeting())))
                .isEmpty();
        assertThat(page(next).lines().getLast().files())
                .extracting(ItemFile::name)
                .containsExactly("plan.txt");
    }

    private int version(AgendaItemId item) {
        return db.fetchSingle("select version from agenda_item where id = ?", item.value())
                .get(0, Integer.class);
    }

    @Test
    void aDuplicateLeavesTheTextsWhereTheyAre() {
        MeetingId next = plan(DAY.plusDays(30));
        AgendaItemId item = add(own.meeting(), topic("Bydlení"));
        as(own.coordinator(), () -> service(MinutesService.class).addEntry(own.meeting(), item, "Řečeno."));

        as(own.coordinator(), () -> agendas.duplicateToMeeting(own.meeting(), item, 1, next));

        assertThat(agenda(next)).contains("4 Bydlení");
        assertThat(agenda(own.meeting())).contains("– Bydlení");
        assertThat(as(own.member(), () -> service(MinutesService.class).page(own.meeting()))
                        .entries())
                .hasSize(2);
        assertRefused("meetings.item.alreadyThere", () -> agendas.duplicateToMeeting(own.meeting(), item, 1, next));
        assertRefused("meetings.item.otherMeeting", () -> agendas.duplicateToMeeting(next, item, 1, next));
        assertThatThrownBy(() -> as(
                        own.coordinator(),
                        () -> agendas.moveToMeeting(own.meeting(), item, 1, region.foreign.meeting())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theBacklogGivesToAnAgendaAndTakesBack() {
        BacklogItemId proposed = as(own.member(), () -> backlog.propose(own.group(), "Dluhová poradna"));
        assertThat(as(own.coordinator(), () -> backlog.open(own.group())))
                .extracting(item -> item.data().title() + ", " + item.proposedBy())
                .containsExactly(
                        "Bydlení, null", "Dluhová poradna, " + own.member().name());
        MeetingId meeting = plan(DAY.plusDays(30));

        AgendaItemId taken = as(own.coordinator(), () -> backlog.take(meeting, proposed));

        assertThat(agenda(meeting)).contains("4 Dluhová poradna");
        assertThat(titles()).containsExactly("Bydlení");
        assertThatThrownBy(() -> as(own.coordinator(), () -> backlog.take(meeting, proposed)))
                .isInstanceOf(StaleVersionException.class);
        as(own.coordinator(), () -> backlog.dropBack(meeting, taken, version(taken)));
        assertThat(titles()).containsExactly("Bydlení", "Dluhová poradna");
        AgendaItemId fresh = add(meeting, topic("Nové téma"));
        as(own.coordinator(), () -> backlog.dropBack(meeting, fresh, version(fresh)));
        assertThat(titles()).containsExactly("Bydlení", "Dluhová poradna", "Nové téma");
        assertThatThrownBy(() -> as(own.coordinator(), () -> backlog.take(meeting, region.foreign.backlogItem())))
                .isInstanceOf(StaleVersionException.class);
    }

    private List<String> titles() {
        return as(own.member(), () -> backlog.open(own.group())).stream()
                .map(item -> item.data().title())
                .toList();
    }

    @Test
    void thePreparationAsksNoMoreQuestionsWhenThereIsMoreToShow() {
        MeetingId meeting = plan(DAY.plusDays(30));
        plan(DAY.plusDays(60));
        int few = statements.of(() -> page(meeting)).size();
        as(own.coordinator(), () -> {
            for (int i = 0; i < 30; i++) {
                AgendaItemId item = meetings.addAgendaItem(meeting, topic("Téma " + i));
                agendas.addFile(meeting, item, "soubor.txt", new byte[] {1});
                backlog.propose(own.group(), "Návrh " + i);
            }
        });

        assertThat(page(meeting).lines()).hasSize(34);
        assertThat(statements.of(() -> page(meeting))).hasSize(few);
        assertThat(few).isBetween(5, 20);
    }

    private void assertRefused(String messageKey, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(own.coordinator(), work))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(messageKey);
    }
}
