package cz.koplan.tasks;

import static cz.koplan.Region.DAY;
import static cz.koplan.Region.SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.ResolutionFilter;
import cz.koplan.minutes.ResolutionRow;
import cz.koplan.minutes.ResolutionService;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class TaskServiceTest extends ApplicationTest {

    private Region region;
    private Region.Circle own;
    private TaskService tasks;
    private MeetingId next;

    @BeforeEach
    void foundRegion() {
        region = new Region(context);
        own = region.own;
        tasks = service(TaskService.class);
        next = region.meeting(own, "Příští", DAY.plusMonths(3));
    }

    @Test
    void aTaskKeepsTheItemItWasGivenUnder() {
        TaskId given = as(own.coordinator(), () -> tasks.add(own.meeting(), own.topic(), task("Zjistit ceny.")));

        assertThat(as(own.member(), () -> tasks.of(own.meeting())))
                .filteredOn(task -> task.id().equals(given))
                .extracting(Task::agendaItem)
                .containsExactly(own.topic());
        AgendaItemId elsewhere = as(
                own.coordinator(),
                () -> service(MeetingService.class)
                        .addAgendaItem(next, new AgendaItemData(1, "Jinde", AgendaItemKind.TOPIC)));
        assertThatThrownBy(() -> as(own.coordinator(), () -> tasks.add(own.meeting(), elsewhere, task("Nic."))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsGivenUnderAnItemForCoordinatorsIsSeenByThemOnly() {
        AgendaItemId secret = as(
                own.coordinator(),
                () -> service(MeetingService.class)
                        .addAgendaItem(
                                own.meeting(),
                                new AgendaItemData(
                                        null, "Mezi námi", AgendaItemKind.TOPIC, null, null, false, true, false)));
        TaskId given = as(own.coordinator(), () -> tasks.add(own.meeting(), secret, task("Promluvit s vedením.")));
        as(
                own.coordinator(),
                () -> service(ResolutionService.class).record(own.meeting(), secret, "Zatím se nic nezveřejní."));

        assertThat(as(own.coordinator(), () -> tasks.openBefore(next)))
                .extracting(OpenTask::id)
                .contains(given);
        assertThat(as(own.coordinator(), () -> register())).contains("Zatím se nic nezveřejní.");
        for (Actor reader : List.of(own.member(), region.planner)) {
            assertThat(as(reader, () -> tasks.openBefore(next)))
                    .extracting(OpenTask::id)
                    .isNotEmpty()
                    .doesNotContain(given);
            assertThat(as(reader, () -> tasks.openOf(own.group())))
                    .extracting(OpenTask::id)
                    .doesNotContain(given);
            assertThat(as(reader, () -> tasks.of(own.meeting())))
                    .extracting(Task::id)
                    .doesNotContain(given);
            assertThatThrownBy(() -> as(reader, () -> tasks.page(given))).isInstanceOf(AccessDeniedException.class);
            assertThat(as(reader, () -> register())).doesNotContain("Zatím se nic nezveřejní.");
        }
    }

    private List<String> register() {
        return service(ResolutionService.class).register(ResolutionFilter.ALL, 0, 100).stream()
                .map(ResolutionRow::text)
                .toList();
    }

    @Test
    void everyStepIsKeptWithTheMeetingWhereItWasTaken() {
        as(own.coordinator(), () -> {
            tasks.discussed(own.task(), next, "Čeká se na grafika.");
            tasks.postpone(own.task(), next, DAY.plusMonths(4), null);
            tasks.cancel(own.task(), null, "Dotazník už není potřeba.");
            tasks.reopen(own.task(), null, " ");
            tasks.finish(own.task(), next, "Rozeslán.");
        });

        assertThat(as(own.member(), () -> tasks.history(own.task())))
                .extracting(TaskServiceTest::words)
                .containsExactly(
                        "OPEN, null, null, Klára Tichá, Setkání: Senioři",
                        "OPEN, null, Čeká se na grafika., Klára Tichá, Příští",
                        "OPEN, 2026-01-15, null, Klára Tichá, Příští",
                        "CANCELLED, 2026-01-15, Dotazník už není potřeba., Klára Tichá, null",
                        "OPEN, 2026-01-15, null, Klára Tichá, null",
                        "DONE, 2026-01-15, Rozeslán., Klára Tichá, Příští");
        TaskPage page = as(own.member(), () -> tasks.page(own.task()));
        assertThat(page.task().state()).isEqualTo(TaskState.DONE);
        assertThat(page.cancelReason()).isNull();
        assertThat(pastOf("action_item", own.task().value()))
                .hasSize(5)
                .last()
                .asString()
                .contains("\"state\":\"DONE\"");
    }

    private static String words(TaskStep step) {
        return String.join(
                ", ",
                step.state().name(),
                String.valueOf(step.due()),
                String.valueOf(step.note()),
                step.takenBy(),
                String.valueOf(step.meetingTitle()));
    }

    @Test
    void whatCannotHappenToATaskIsRefused() {
        as(own.coordinator(), () -> tasks.cancel(own.task(), null, "Nemá smysl."));
        assertRefused("tasks.state.isCancelled", () -> tasks.finish(own.task(), null, null));
        assertRefused("tasks.state.isCancelled", () -> tasks.postpone(own.task(), null, DAY, null));
        assertRefused("tasks.state.isCancelled", () -> tasks.cancel(own.task(), null, "Znovu."));
        as(own.coordinator(), () -> tasks.reopen(own.task(), null, null));
        assertRefused("tasks.state.isOpen", () -> tasks.reopen(own.task(), null, null));
        as(own.coordinator(), () -> tasks.finish(own.task(), null, null));
        assertRefused("tasks.state.isDone", () -> tasks.finish(own.task(), null, null));
        assertThat(as(own.member(), () -> tasks.history(own.task()))).hasSize(4);
    }

    @Test
    void reasonsAndDatesThatAreMissingAreAskedFor() {
        assertRefused("tasks.cancel.reason.needed", () -> tasks.cancel(own.task(), null, " "));
        assertRefused("tasks.postpone.due.needed", () -> tasks.postpone(own.task(), null, null, null));
        assertRefused("input.tooLong", () -> tasks.finish(own.task(), null, "a".repeat(2001)));
    }

    @Test
    void theFormKeepsToTheSameRules() {
        assertRefused(
                "tasks.cancel.elsewhere",
                () -> tasks.update(own.meeting(), own.task(), 1, given("Jinak.", null, null, TaskState.CANCELLED)));
        as(
                own.coordinator(),
                () -> tasks.update(own.meeting(), own.task(), 1, given("Jinak.", null, DAY, TaskState.DONE)));

        assertThat(as(own.member(), () -> tasks.history(own.task())))
                .extracting(TaskStep::state)
                .containsExactly(TaskState.OPEN, TaskState.DONE);
    }

    @Test
    void aTaskLivesOnAfterItsMinutesAreApproved() {
        as(own.coordinator(), () -> db.execute("update minutes set state = 'APPROVED'"));

        as(own.coordinator(), () -> tasks.finish(own.task(), null, null));

        assertThatThrownBy(() -> as(own.coordinator(), () -> tasks.add(own.meeting(), task("Pozdě."))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void meetingsOfOtherGroupsAreNoPlaceForATask() {
        assertThatThrownBy(() -> as(own.coordinator(), () -> tasks.finish(own.task(), region.foreign.meeting(), null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aTaskDealtWithElsewhereIsNotRemoved() {
        as(own.coordinator(), () -> tasks.discussed(own.task(), next, null));
        assertRefused("tasks.remove.livesOn", () -> tasks.remove(own.meeting(), own.task(), 1));

        TaskId mistake = as(own.coordinator(), () -> tasks.add(next, task("Omyl.")));
        as(own.coordinator(), () -> tasks.remove(next, mistake, 1));
        assertThat(as(own.member(), () -> tasks.of(next))).isEmpty();
    }

    @Test
    void theOwnerMayOnlyFinish() {
        Actor deputy = account(DelegateKind.DEPUTY, SINCE, null);
        Actor former = account(DelegateKind.DELEGATE, SINCE, LocalDate.now().minusDays(1));

        for (Actor outsider : List.of(former, region.foreign.member(), region.planner)) {
            assertThatThrownBy(() -> as(outsider, () -> tasks.finish(own.task(), null, null)))
                    .as(outsider.name())
                    .isInstanceOf(AccessDeniedException.class);
        }
        as(deputy, () -> tasks.finish(own.task(), null, "Hotovo."));
        assertThatThrownBy(() -> as(deputy, () -> tasks.reopen(own.task(), null, null)))
                .isInstanceOf(AccessDeniedException.class);
        TaskPage page = as(deputy, () -> tasks.page(own.task()));
        assertThat(page.finishable()).isTrue();
        assertThat(page.writable()).isFalse();
    }

    private Actor account(DelegateKind kind, LocalDate from, @Nullable LocalDate until) {
        Actor actor = region.account("Zora", "Zástupná " + kind, false, false);
        as(own.coordinator(), () -> {
            var groups = service(GroupService.class);
            var delegate = groups.addDelegate(own.membership(), actor.person(), kind, from);
            if (until != null) {
                groups.endDelegate(delegate, 1, until);
            }
        });
        return actor;
    }

    @Test
    void theCheckOfTasksShowsWhatIsOpenAndWhatWasClosedThere() {
        TaskId late = give(own.meeting(), "Po termínu.", DAY.plusDays(1));
        TaskId later = give(own.meeting(), "Později.", DAY.plusYears(1));
        TaskId closedHere = give(own.meeting(), "Uzavřený tady.", DAY.plusMonths(1));
        TaskId closedBefore = give(own.meeting(), "Uzavřený dřív.", DAY.plusMonths(1));
        TaskId sameDay = give(next, "Zadaný tady.", DAY.plusMonths(5));
        as(own.coordinator(), () -> {
            tasks.discussed(late, next, "První.");
            tasks.discussed(late, next, "Druhá.");
            tasks.finish(closedHere, next, null);
            tasks.finish(closedBefore, null, null);
        });

        List<OpenTask> check = as(own.member(), () -> tasks.openBefore(next));

        assertThat(check).extracting(OpenTask::id).containsExactly(late, closedHere, later, own.task());
        assertThat(check).extracting(OpenTask::overdue).containsExactly(true, false, false, false);
        assertThat(check).extracting(OpenTask::lastNote).containsExactly("Druhá.", null, null, null);
        assertThat(check.getLast().owner()).isEqualTo("Pramen");
        assertThat(check.getLast().meetingTitle()).isEqualTo("Setkání: Senioři");
        assertThat(check.getLast().givenOn()).isEqualTo(DAY);
        assertThat(as(own.member(), () -> tasks.openBefore(own.meeting())))
                .extracting(OpenTask::id)
                .doesNotContain(own.task());
        assertThat(as(own.member(), () -> tasks.openOf(own.group())))
                .extracting(OpenTask::id)
                .containsExactly(late, sameDay, later, own.task());
    }

    @Test
    void myTasksComeFromEveryGroupThePersonOrItsOrganisationIsIn() {
        Actor member = own.member();
        TaskId personal = as(
                region.foreign.coordinator(),
                () -> tasks.add(
                        region.foreign.meeting(),
                        new TaskData("Osobně.", null, member.person(), null, DAY, TaskState.OPEN)));
        TaskId sameOrganisationElsewhere = as(
                region.foreign.coordinator(),
                () -> tasks.add(
                        region.foreign.meeting(),
                        given("Jinde.", own.organisation(), DAY.minusDays(1), TaskState.OPEN)));

        assertThat(mine(member, TaskFilter.OWN_OPEN)).containsExactly(personal, own.task());
        assertThat(mine(own.coordinator(), TaskFilter.OWN_OPEN)).isEmpty();
        assertThat(mine(region.foreign.member(), TaskFilter.OWN_OPEN))
                .doesNotContain(personal, sameOrganisationElsewhere, own.task());
        assertThat(mine(own.coordinator(), groups(Optional.of(TaskState.OPEN), TaskDue.ANY, "")))
                .containsExactly(own.task());
        assertThat(mine(member, groups(Optional.empty(), TaskDue.ANY, ""))).isEmpty();
        assertThat(as(member, () -> tasks.page(personal)).task().groupName()).isEqualTo("Děti a rodina");
    }

    @Test
    void myTasksAreFiltered() {
        LocalDate today = LocalDate.now();
        TaskId overdue = give(own.meeting(), "Šlo to včera.", today.minusDays(2));
        TaskId soon = give(own.meeting(), "Příští týden.", today.plusDays(7));
        TaskId far = give(own.meeting(), "Napřesrok.", today.plusYears(1));
        Actor who = own.coordinator();

        assertThat(mine(who, groups(Optional.empty(), TaskDue.OVERDUE, ""))).containsExactly(overdue);
        assertThat(mine(who, groups(Optional.empty(), TaskDue.SOON, ""))).containsExactly(soon);
        assertThat(mine(who, groups(Optional.of(TaskState.DONE), TaskDue.ANY, "")))
                .containsExactly(region.doneTask);
        assertThat(mine(who, groups(Optional.empty(), TaskDue.ANY, "slo to"))).containsExactly(overdue);
        assertThat(mine(who, groups(Optional.empty(), TaskDue.ANY, "")))
                .containsExactly(overdue, soon, far, own.task(), region.doneTask);
    }

    @Test
    void noListAsksMoreQuestionsWhenThereIsMoreToShow() {
        Runnable lists = () -> {
            tasks.mine(groups(Optional.empty(), TaskDue.ANY, ""), 0, 50);
            tasks.mine(TaskFilter.OWN_OPEN, 0, 50);
            tasks.openBefore(next);
            tasks.openOf(own.group());
            tasks.page(own.task());
        };
        int few = statements.of(() -> as(own.coordinator(), lists)).size();
        for (int i = 0; i < 30; i++) {
            give(own.meeting(), "Úkol " + i, DAY.plusDays(i));
            as(own.coordinator(), () -> tasks.discussed(own.task(), next, "Znovu."));
        }

        assertThat(statements.of(() -> as(own.coordinator(), lists))).hasSize(few);
    }

    private TaskId give(MeetingId meeting, String text, LocalDate due) {
        return as(own.coordinator(), () -> tasks.add(meeting, given(text, null, due, TaskState.OPEN)));
    }

    private List<TaskId> mine(Actor who, TaskFilter filter) {
        List<TaskId> found = as(who, () -> tasks.mine(filter, 0, 50)).stream()
                .map(TaskRow::id)
                .toList();
        assertThat(as(who, () -> tasks.countMine(filter))).isEqualTo(found.size());
        return found;
    }

    private static TaskFilter groups(Optional<TaskState> state, TaskDue due, String text) {
        return new TaskFilter(TaskScope.GROUPS, state, due, text);
    }

    private static TaskData task(String text) {
        return given(text, null, null, TaskState.OPEN);
    }

    private static TaskData given(
            String text, @Nullable OrganisationId organisation, @Nullable LocalDate due, TaskState state) {
        PersonId nobody = null;
        return new TaskData(text, null, nobody, organisation, due, state);
    }

    private void assertRefused(String key, Runnable work) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> as(own.coordinator(), work))
                .extracting(InvalidInputException::messageKey)
                .isEqualTo(key);
    }
}
