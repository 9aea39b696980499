package cz.koplan.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.groups.GroupRights;
import cz.koplan.imports.ImportRow;
import cz.koplan.imports.ImportService;
import cz.koplan.imports.ImportState;
import cz.koplan.imports.ui.ImportsNavigation;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingRow;
import cz.koplan.meetings.MeetingService;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What needs the person now: open imports with their questions, and the latest meetings. */
@Route("")
@PermitAll
class HomeView extends Screen {

    private static final int LATEST = 8;

    HomeView(MeetingService meetings, ImportService imports, GroupRights groups) {
        boolean coordinates = groups.coordinatesAny();
        List<ImportRow> open = coordinates
                ? imports.rows().stream()
                        .filter(row -> row.state() == ImportState.OPEN)
                        .toList()
                : List.of();
        List<MeetingRow> latest = meetings.rows(MeetingFilter.ANY, 0, LATEST);

        setHeading(getTranslation("home.greeting", CurrentActor.get().name()));
        if (coordinates) {
            Button read = new Button(
                    getTranslation("imports.drop.action"),
                    click -> getUI().ifPresent(ui -> ui.navigate(ImportsNavigation.LIST)));
            read.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(read);
        }
        if (!open.isEmpty()) {
            add(new H2(getTranslation("home.openImports", open.size())), openImports(open));
        }
        if (latest.isEmpty()) {
            add(new EmptyState(
                    getTranslation("home.empty.title"),
                    getTranslation(
                            coordinates
                                    ? "home.empty.coordinator"
                                    : CurrentActor.get().admin() ? "home.empty.admin" : "home.empty")));
        } else {
            add(new H2(getTranslation("home.latest")), meetings(latest));
        }
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
