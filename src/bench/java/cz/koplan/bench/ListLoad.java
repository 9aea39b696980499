package cz.koplan.bench;

import cz.koplan.KoplanApplication;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaService;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.ResolutionFilter;
import cz.koplan.minutes.ResolutionService;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.tasks.TaskDue;
import cz.koplan.tasks.TaskFilter;
import cz.koplan.tasks.TaskScope;
import cz.koplan.tasks.TaskService;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** The lists of the {@link LargeRegion}, asked for by their services in this process: what a screen asks for one page. */
final class ListLoad {

    private static final int PAGE = 50;
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 200;

    private ListLoad() {}

    static void measure(Path data) throws IOException, SQLException {
        var application = new SpringApplication(KoplanApplication.class);
        application.setApplicationContextFactory(type -> new GenericWebApplicationContext(new MockServletContext()));
        try (var context = application.run(
                        "--koplan.data-dir=" + data, "--logging.level.cz.koplan=warn", QueryLog.OPTION);
                var database = new QueryLog(data)) {
            Actor coordinator = actor(1);
            Actor planner = actor(LargeRegion.GROUPS);
            for (var list : lists(context).entrySet()) {
                measure(list.getKey(), list.getValue(), coordinator, database);
            }
            for (var list : pages(context, ", whole region").entrySet()) {
                measure(list.getKey(), list.getValue(), planner, database);
            }
        }
    }

    private static Actor actor(int group) {
        PersonId person = new PersonId((group - 1L) * (LargeRegion.MEMBERS + 1) + 1);
        return new Actor(new AccountId(group), person, "Klára Nováková", false, group == LargeRegion.GROUPS);
    }

    private static void measure(String what, Runnable list, Actor actor, QueryLog database) throws SQLException {
        CurrentActor.actingAs(actor, () -> {
            for (int i = 0; i < WARM_UP; i++) {
                list.run();
            }
            var timings = new Timings();
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                list.run();
                timings.add(System.nanoTime() - start);
            }
            timings.print(what, 100);
            return null;
        });
        database.begin();
        CurrentActor.actingAs(actor, () -> {
            list.run();
            return null;
        });
        database.end("  " + what);
    }

    /** Lists of somebody who coordinates one group. */
    private static Map<String, Runnable> lists(ApplicationContext context) {
        Map<String, Runnable> lists = new LinkedHashMap<>(pages(context, ""));
        var organisations = context.getBean(OrganisationService.class);
        lists.put("organisations", () -> {
            organisations.count("");
            organisations.rows("", 0, PAGE);
        });
        lists.put("organisations, deep and filtered", () -> {
            organisations.count("sluzba");
            organisations.rows("sluzba", 30, PAGE);
        });
        var people = context.getBean(PersonService.class);
        lists.put("people", () -> {
            people.count("");
            people.rows("", 0, PAGE);
        });
        lists.put("people, deep and filtered", () -> {
            people.count("ova");
            people.rows("ova", 900, PAGE);
        });
        lists.put("groups", () -> context.getBean(GroupService.class).rows());
        GroupId group = new GroupId(1);
        MeetingId meeting = new MeetingId(LargeRegion.running(1));
        lists.put(
                "members of a group", () -> context.getBean(GroupService.class).members(group));
        lists.put(
                "agenda of a meeting",
                () -> context.getBean(AgendaService.class).page(meeting));
        lists.put(
                "attendance of a meeting",
                () -> context.getBean(AttendanceService.class).board(meeting));
        lists.put(
                "attendance of a year",
                () -> context.getBean(AttendanceService.class)
                        .statistics(group, LocalDate.now().getYear()));
        lists.put(
                "open tasks of a group",
                () -> context.getBean(TaskService.class).openOf(group));
        return lists;
    }

    /** Registers over all groups that somebody may read. */
    private static Map<String, Runnable> pages(ApplicationContext context, String where) {
        Map<String, Runnable> lists = new LinkedHashMap<>();
        var meetings = context.getBean(MeetingService.class);
        lists.put("meetings" + where, () -> {
            meetings.count(MeetingFilter.ANY);
            meetings.rows(MeetingFilter.ANY, 0, PAGE);
        });
        var titled = new MeetingFilter("setkani", Optional.empty());
        lists.put("meetings" + where + ", deep and filtered", () -> {
            meetings.count(titled);
            meetings.rows(titled, where.isEmpty() ? 20 : 1900, PAGE);
        });
        var tasks = context.getBean(TaskService.class);
        var all = new TaskFilter(TaskScope.GROUPS, Optional.empty(), TaskDue.ANY, "");
        lists.put("tasks" + where, () -> {
            tasks.countMine(TaskFilter.OWN_OPEN);
            tasks.mine(TaskFilter.OWN_OPEN, 0, PAGE);
        });
        var worded = new TaskFilter(TaskScope.GROUPS, Optional.empty(), TaskDue.ANY, "jsme");
        lists.put("tasks of groups" + where, () -> {
            tasks.countMine(all);
            tasks.mine(all, 0, PAGE);
        });
        lists.put("tasks of groups" + where + ", filtered", () -> {
            tasks.countMine(worded);
            tasks.mine(worded, 10, PAGE);
        });
        var resolutions = context.getBean(ResolutionService.class);
        lists.put("resolutions" + where, () -> {
            resolutions.years();
            resolutions.count(ResolutionFilter.ALL);
            resolutions.register(ResolutionFilter.ALL, 0, PAGE);
        });
        var said = new ResolutionFilter(Optional.empty(), Optional.empty(), "jsme", true);
        lists.put("resolutions" + where + ", deep and filtered", () -> {
            resolutions.count(said);
            resolutions.register(said, where.isEmpty() ? 10 : 500, PAGE);
        });
        return lists;
    }
}
