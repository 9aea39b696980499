package cz.koplan.situation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.ui.GroupsNavigation;
import cz.koplan.meetings.Proposed;
import cz.koplan.meetings.ui.MeetingsNavigation;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.OrganisationPage;
import cz.koplan.situation.OrganisationPageService;
import cz.koplan.situation.StillValidService;
import cz.koplan.situation.UpdateFileService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** An organisation's own page: what it said and what became of it, its tasks, services, meetings and proposals. */
@Route("organisations/:" + OrganisationPageView.ORGANISATION + "([0-9]{1,18})/page")
@PermitAll
class OrganisationPageView extends Screen implements BeforeEnterObserver {

    static final String ORGANISATION = "organisation";

    private final OrganisationPageService pages;
    private final StillValidService stillValid;
    private final UpdateFileService files;
    private final Div said = new Div();
    private OrganisationId id = new OrganisationId(0);

    OrganisationPageView(OrganisationPageService pages, StillValidService stillValid, UpdateFileService files) {
        this.pages = pages;
        this.stillValid = stillValid;
        this.files = files;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .getLong(ORGANISATION)
                .map(OrganisationId::new)
                .orElseThrow(() -> new NotFoundException(ORGANISATION));
        show(pages.page(id));
    }

    private void show(OrganisationPage page) {
        setHeading(page.name());
        setSubtitle(getTranslation("situation.organisation.title")
                + (page.ico() == null ? "" : " · " + getTranslation("organisations.ico") + " " + page.ico()));
        Div meta = new Div();
        meta.addClassName("meta");
        page.groups()
                .forEach(membership -> meta.add(GroupsNavigation.link(membership.groupName(), membership.group())));
        if (!page.groups().isEmpty()) {
            add(meta);
        }
        if (!page.asked().isEmpty()) {
            add(new StillValidPanel(page.asked(), stillValid, this::showSaid));
        }
        showSaid();
        Section updates = new Section(new H2(getTranslation("situation.said")), said);
        Div side = new Div(
                section("situation.meetings", "situation.meetings.none", page.meetings(), this::meeting),
                section("situation.tasks", "situation.tasks.none", page.tasks(), this::task),
                section("situation.services", "situation.services.none", page.services(), this::service),
                section("situation.proposals", "situation.proposals.none", page.proposals(), this::proposal));
        side.addClassName("stack");
        Div columns = new Div(updates, side);
        columns.addClassName("organisation-columns");
        add(columns);
    }

    private void showSaid() {
        said.removeAll();
        int total = pages.countUpdates(id);
        said.add(
                total == 0
                        ? new EmptyState(
                                getTranslation("situation.said.none"), getTranslation("situation.said.none.text"))
                        : new SaidList(
                                new SaidCards(this, files),
                                total,
                                3,
                                (offset, limit) -> pages.updates(id, offset, limit)));
    }

    private <T> Section section(String heading, String none, List<T> things, Function<T, ListItem> line) {
        Section section = new Section(new H2(getTranslation(heading)));
        if (things.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation(none));
            nothing.addClassName("secondary");
            section.add(nothing);
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        things.forEach(thing -> list.add(line.apply(thing)));
        section.add(list);
        return section;
    }

    private ListItem meeting(OrganisationPage.Coming meeting) {
        String time = Words.time(meeting.startsAt(), getLocale());
        return line(
                MinutesNavigation.link(meeting.title(), meeting.id()),
                Words.day(meeting.heldOn(), getLocale()) + (time.isEmpty() ? "" : " · " + time) + " · "
                        + meeting.groupName());
    }

    private ListItem task(OrganisationPage.OwnTask task) {
        ListItem item = line(
                new Span(Markdown.plainText(task.text())),
                task.due() == null
                        ? task.groupName()
                        : getTranslation("situation.due", Words.day(task.due(), getLocale())) + " · "
                                + task.groupName());
        if (task.overdue()) {
            Span late = Words.tag(VaadinIcon.CLOCK, getTranslation("tasks.overdue"));
            late.addClassName("late");
            item.add(late);
        }
        return item;
    }

    private ListItem service(OrganisationPage.OwnService service) {
        ListItem item = line(
                SituationNavigation.timelineLink(service.name(), service.id()),
                String.join(
                        " · ",
                        Stream.of(service.kind() == null ? "" : service.kind(), String.join(", ", service.localities()))
                                .filter(part -> !part.isEmpty())
                                .toList()));
        if (!service.active()) {
            item.add(Words.tag(VaadinIcon.BAN, getTranslation("situation.service.inactive")));
        }
        return item;
    }

    private ListItem proposal(OrganisationPage.OwnProposal own) {
        Proposed proposal = own.proposal();
        String state = proposal.hidden() != null
                ? MeetingsNavigation.hidden(this, proposal.hidden())
                : proposal.taken() != null
                        ? getTranslation(
                                "situation.proposal.taken",
                                Words.day(proposal.taken().heldOn(), getLocale()))
                        : getTranslation("situation.proposal.waits");
        return line(
                new Span(proposal.title()),
                (proposal.proposedBy() == null ? "" : proposal.proposedBy() + " · ") + own.groupName() + " · " + state);
    }

    private static ListItem line(Component what, String more) {
        Div box = new Div(what);
        if (!more.isEmpty()) {
            Span secondary = new Span(more);
            secondary.addClassName("secondary");
            box.add(secondary);
        }
        return new ListItem(box);
    }
}
