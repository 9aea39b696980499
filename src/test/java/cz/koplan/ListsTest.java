package cz.koplan;

import static org.assertj.core.api.Assertions.assertThat;

import cz.koplan.accounts.AccountService;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.MemberId;
import cz.koplan.imports.ImportService;
import cz.koplan.mail.MailFilter;
import cz.koplan.mail.MailService;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.BacklogData;
import cz.koplan.meetings.BacklogService;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.ResolutionData;
import cz.koplan.minutes.ResolutionFilter;
import cz.koplan.minutes.ResolutionService;
import cz.koplan.minutes.RevisionService;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.PersonService;
import cz.koplan.reading.UnreadableFileException;
import cz.koplan.services.ServiceData;
import cz.koplan.services.ServiceFilter;
import cz.koplan.services.ServiceService;
import cz.koplan.shared.actor.Actor;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskDue;
import cz.koplan.tasks.TaskFilter;
import cz.koplan.tasks.TaskScope;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateService;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** However long a list is, it takes the same number of statements. */
class ListsTest extends ScreenTest {

    private static final int MORE = 12;
    private static final int PAGE = 100;

    private record Asked(int statements, int rows) {}

    private record Listed(Actor reader, Supplier<Collection<?>> rows) {}

    @Test
    void listsTakeTheSameNumberOfStatementsHoweverLongTheyAre() {
        region.revision();
        Map<String, Asked> before = ask();
        enlarge();
        Map<String, Asked> after = ask();

        assertThat(before).allSatisfy((list, asked) -> {
            assertThat(asked.rows()).as(list).isPositive();
            assertThat(after.get(list).rows()).as(list).isGreaterThanOrEqualTo(asked.rows() + MORE);
            assertThat(after.get(list).statements()).as(list).isEqualTo(asked.statements());
        });
    }

    @Test
    void theDeskTakesTheSameNumberOfStatementsHoweverManyMembersThereAre() {
        as(
                region.own.coordinator(),
                () -> service(LifeCycleService.class)
                        .step(region.own.meeting(), MeetingState.IN_PROGRESS, "Doplnit zápis."));
        addMember("Azyl 0");
        int two = statementsOfOpeningTheDesk();
        for (int i = 1; i <= 18; i++) {
            addMember("Azyl " + i);
        }
        int twenty = statementsOfOpeningTheDesk();

        assertThat(page().updates()).hasSize(20);
        assertThat(page().attendance()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(twenty).isEqualTo(two);
    }

    /** The first time every member gets a line, which is written then. */
    private int statementsOfOpeningTheDesk() {
        String address = "desk/" + region.own.meeting().value();
        open(region.own.coordinator(), address);
        int sent = statements.of(() -> open(region.own.coordinator(), address)).size();
        assertThat(heading()).isEqualTo(page().meeting().data().title());
        return sent;
    }

    private MinutesPage page() {
        return as(region.own.coordinator(), () -> service(MinutesService.class).page(region.own.meeting()));
    }

    private Map<String, Asked> ask() {
        Map<String, Asked> asked = new LinkedHashMap<>();
        lists().forEach((name, list) -> as(list.reader(), () -> {
            int[] rows = new int[1];
            int sent = statements.of(() -> rows[0] = list.rows().get().size()).size();
            asked.put(name, new Asked(sent, rows[0]));
        }));
        return asked;
    }

    private Map<String, Listed> lists() {
        Actor coordinator = region.own.coordinator();
        MeetingId meeting = region.own.meeting();
        var everyTask = new TaskFilter(TaskScope.GROUPS, Optional.empty(), TaskDue.ANY, "");
        Map<String, Listed> lists = new LinkedHashMap<>();
        lists.put(
                "meetings",
                new Listed(coordinator, () -> service(MeetingService.class).rows(MeetingFilter.ANY, 0, PAGE)));
        lists.put(
                "every meeting",
                new Listed(region.planner, () -> service(MeetingService.class).rows(MeetingFilter.ANY, 0, PAGE)));
        lists.put(
                "groups",
                new Listed(coordinator, () -> service(GroupService.class).rows()));
        lists.put(
                "members",
                new Listed(coordinator, () -> service(GroupService.class).members(region.own.group())));
        lists.put(
                "organisations",
                new Listed(coordinator, () -> service(OrganisationService.class).rows("", 0, PAGE)));
        lists.put(
                "services",
                new Listed(coordinator, () -> service(ServiceService.class).rows(ServiceFilter.ANY, 0, PAGE)));
        lists.put(
                "people",
                new Listed(coordinator, () -> service(PersonService.class).rows("", 0, PAGE)));
        lists.put(
                "accounts",
                new Listed(region.admin, () -> service(AccountService.class).all()));
        lists.put(
                "imports",
                new Listed(coordinator, () -> service(ImportService.class).rows()));
        lists.put(
                "agenda",
                new Listed(
                        coordinator,
                        () -> service(AgendaService.class).page(meeting).lines()));
        lists.put(
                "backlog",
                new Listed(coordinator, () -> service(BacklogService.class).open(region.own.group())));
        lists.put(
                "attendance",
                new Listed(
                        coordinator,
                        () -> service(AttendanceService.class).board(meeting).lines()));
        lists.put(
                "attendance of a year",
                new Listed(
                        coordinator,
                        () -> service(AttendanceService.class).statistics(region.own.group(), Region.DAY.getYear())));
        lists.put("updates of a meeting", new Listed(coordinator, () -> page().updates()));
        lists.put(
                "open tasks of a group",
                new Listed(coordinator, () -> service(TaskService.class).openOf(region.own.group())));
        lists.put(
                "tasks of groups",
                new Listed(coordinator, () -> service(TaskService.class).mine(everyTask, 0, PAGE)));
        lists.put(
                "own tasks",
                new Listed(region.own.member(), () -> service(TaskService.class).mine(TaskFilter.OWN_OPEN, 0, PAGE)));
        lists.put(
                "resolutions",
                new Listed(
                        coordinator, () -> service(ResolutionService.class).register(ResolutionFilter.ALL, 0, PAGE)));
        lists.put(
                "revisions",
                new Listed(coordinator, () -> service(RevisionService.class).list(meeting)));
        lists.put(
                "mails",
                new Listed(coordinator, () -> service(MailService.class).rows(MailFilter.ANY, 0, PAGE)));
        lists.put(
                "mails of a meeting",
                new Listed(coordinator, () -> service(MailService.class).ofMeeting(meeting)));
        return lists;
    }

    private void enlarge() {
        for (int i = 0; i < MORE; i++) {
            String name = "Azyl " + i;
            OrganisationId organisation = addMember(name);
            as(region.admin, () -> {
                service(OrganisationService.class).addAlias(organisation, "Zkratka " + name);
                return service(GroupService.class)
                        .create(new GroupData("Skupina " + name, null, GroupKind.WORKING, null, true));
            });
            region.account("Účet", name, false, false);
            region.meeting(region.own, "Setkání " + name, Region.DAY.plusDays(i + 1));
            as(region.own.coordinator(), () -> enlarge(name, organisation));
        }
    }

    private OrganisationId addMember(String name) {
        OrganisationId organisation = region.organisation(name);
        var person = region.person("Eva", name);
        as(region.own.coordinator(), () -> {
            var groups = service(GroupService.class);
            MemberId member = groups.addOrganisation(region.own.group(), organisation, Region.SINCE);
            groups.addDelegate(member, person, DelegateKind.DELEGATE, Region.SINCE);
        });
        return organisation;
    }

    /** Adds one more of everything to the own meeting. */
    private void enlarge(String name, OrganisationId organisation) {
        MeetingId meeting = region.own.meeting();
        var meetings = service(MeetingService.class);
        var minutes = service(MinutesService.class);
        meetings.addAgendaItem(meeting, new AgendaItemData(null, "Bod " + name, AgendaItemKind.TOPIC));
        meetings.addAttendee(
                meeting, new AttendeeData("Eva " + name, null, organisation, null, AttendanceKind.PRESENT));
        service(UpdateService.class)
                .add(meeting, region.own.roundTable(), new UpdateData(organisation, null, "Beze změny."));
        service(ServiceService.class).create(ServiceData.named(organisation, "Služba " + name));
        minutes.addEntry(meeting, region.own.topic(), "Zazněla zpráva: " + name);
        service(TaskService.class)
                .add(
                        meeting,
                        new TaskData("Úkol " + name, null, null, region.own.organisation(), null, TaskState.OPEN));
        minutes.addResolution(meeting, new ResolutionData(name, "Skupina souhlasí."));
        service(BacklogService.class).add(region.own.group(), new BacklogData(name, AgendaItemKind.TOPIC, 10));
        service(MailService.class).resend(region.sentMail);
        region.revision();
        try {
            service(ImportService.class)
                    .drop(name + ".txt", ("Zápis z jednání " + name).getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
