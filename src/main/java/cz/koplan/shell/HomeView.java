package cz.koplan.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.groups.GroupRights;
import cz.koplan.imports.ImportRow;
import cz.koplan.imports.ImportService;
import cz.koplan.imports.ImportState;
import cz.koplan.imports.ui.ImportsNavigation;
import cz.koplan.invitations.InvitationService;
import cz.koplan.invitations.ui.InvitationsNavigation;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRow;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.SpeakerRights;
import cz.koplan.meetings.ui.MeetingsNavigation;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.OrganisationPageService;
import cz.koplan.situation.OwnOrganisation;
import cz.koplan.situation.ui.SituationNavigation;
import cz.koplan.tasks.TaskDue;
import cz.koplan.tasks.TaskFilter;
import cz.koplan.tasks.TaskScope;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import cz.koplan.tasks.ui.TasksNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What needs the person now: open imports with their questions, and the latest meetings. */
@Route("")
@PermitAll
class HomeView extends Screen {

    private static final int LATEST = 8;
    private static final int AHEAD = 6;

    private final Div reports = new Div();

    HomeView(
            MeetingService meetings,
            InvitationService invitations,
            TaskService tasks,
            ImportService imports,
            OrganisationPageService organisations,
            GroupRights groups,
            SpeakerRights speakers) {
        boolean coordinates = groups.coordinatesAny();
        List<ImportRow> open = coordinates
                ? imports.rows().stream()
                        .filter(row -> row.state() == ImportState.OPEN)
                        .toList()
                : List.of();
        List<MeetingRow> latest = meetings.rows(MeetingFilter.ANY, 0, LATEST).stream()
                .filter(row -> row.state() == MeetingState.HELD)
                .toList();

        reports.addClassName("home-reports");
        reports.getElement().setAttribute("role", "status");
        setHeading(getTranslation("home.greeting", CurrentActor.get().name()));
        List<MeetingRow> ahead = meetings.ahead(AHEAD);
        int overdue = tasks.countMine(new TaskFilter(TaskScope.OWN, Optional.of(TaskState.OPEN), TaskDue.OVERDUE, ""));
        if (coordinates) {
            Button read = new Button(
                    getTranslation("imports.drop.action"),
                    click -> getUI().ifPresent(ui -> ui.navigate(ImportsNavigation.LIST)));
            read.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(read);
        }
        if (!ahead.isEmpty()) {
            add(new H2(getTranslation("home.ahead")), ahead(ahead, speakers));
        }
        if (coordinates) {
            add(reports);
            show(invitations);
        }
        List<OwnOrganisation> own = organisations.own();
        if (!own.isEmpty()) {
            add(new H2(getTranslation("home.own")), own(own));
        }
        if (overdue > 0) {
            add(new Paragraph(new RouterLink(getTranslation("home.overdue", overdue), TasksNavigation.LIST)));
        }
        if (!open.isEmpty()) {
            add(new H2(getTranslation("home.openImports", open.size())), openImports(open));
        }
        if (latest.isEmpty() && ahead.isEmpty()) {
            add(new EmptyState(
                    getTranslation("home.empty.title"),
                    getTranslation(
                            coordinates
                                    ? "home.empty.coordinator"
                                    : CurrentActor.get().admin() ? "home.empty.admin" : "home.empty")));
        } else if (!latest.isEmpty()) {
            add(new H2(getTranslation("home.latest")), meetings(latest));
        }
    }

    private void show(InvitationService invitations) {
        reports.removeAll();
        invitations.next().filter(next -> next.members() > 0).ifPresent(next -> {
            reports.add(InvitationsNavigation.link(
                    getTranslation("invitations.home", next.reported(), next.members(), next.title()), next.meeting()));
            if (!next.remindable().isEmpty()) {
                reports.add(new Button(
                        getTranslation(
                                "invitations.home.remind", next.remindable().size()),
                        click -> {
                            int people = invitations.remind(next.meeting(), next.remindable());
                            reports.removeAll();
                            reports.add(new Span(getTranslation("invitations.reminded", people)));
                        }));
            }
        });
    }

    private UnorderedList own(List<OwnOrganisation> own) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        own.forEach(organisation -> {
            Span hint = new Span(
                    organisation.asked() == 0
                            ? getTranslation("home.own.hint")
                            : getTranslation("home.own.asked", organisation.asked()));
            hint.addClassName("secondary");
            list.add(new ListItem(
                    new Div(SituationNavigation.organisationLink(organisation.name(), organisation.id())), hint));
        });
        return list;
    }

    private UnorderedList openImports(List<ImportRow> open) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        open.forEach(row -> {
            RouterLink link = ImportsNavigation.link(row.fileName(), row.id());
            Span hint = new Span(getTranslation("home.openImport.hint"));
            hint.addClassName("secondary");
            ListItem item = new ListItem(new Div(link), hint);
            list.add(item);
        });
        return list;
    }

    private UnorderedList ahead(List<MeetingRow> ahead, SpeakerRights speakers) {
        Set<MeetingId> attended =
                speakers.attended(ahead.stream().map(MeetingRow::id).toList());
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        ahead.forEach(row -> {
            boolean running = row.state() == MeetingState.IN_PROGRESS;
            Anchor link = new Anchor(
                    running
                            ? "desk/" + row.id().value()
                            : "meetings/" + row.id().value() + "/agenda",
                    row.title());
            String time = Words.time(row.startsAt(), getLocale());
            Span when = new Span(Words.day(row.heldOn(), getLocale()) + (time.isEmpty() ? "" : " · " + time) + " · "
                    + row.groupName());
            when.addClassName("secondary");
            ListItem item = new ListItem(new Div(link), when);
            if (attended.contains(row.id())) {
                item.add(new Div(MeetingsNavigation.partLink(getTranslation("member.part"), row.id())));
            }
            if (running) {
                item.add(Words.tag(VaadinIcon.CIRCLE, Words.of(this, row.state())));
            }
            list.add(item);
        });
        return list;
    }

    private UnorderedList meetings(List<MeetingRow> latest) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        latest.forEach(row -> {
            Span when = new Span(Words.day(row.heldOn(), getLocale()) + " · " + row.groupName());
            when.addClassName("secondary");
            list.add(new ListItem(new Div(MinutesNavigation.link(row.title(), row.id())), when));
        });
        return list;
    }
}
