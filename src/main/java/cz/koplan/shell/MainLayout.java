package cz.koplan.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.ColorScheme;
import cz.koplan.accounts.Preferences;
import cz.koplan.accounts.ui.AccountsNavigation;
import cz.koplan.audit.ui.AuditNavigation;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.ui.GroupsNavigation;
import cz.koplan.imports.ui.ImportsNavigation;
import cz.koplan.invitations.CalendarService;
import cz.koplan.invitations.ui.InvitationsNavigation;
import cz.koplan.mail.ui.MailNavigation;
import cz.koplan.meetings.ui.MeetingsNavigation;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.organisations.OrganisationRights;
import cz.koplan.organisations.ui.OrganisationsNavigation;
import cz.koplan.services.ServiceRights;
import cz.koplan.services.ui.ServicesNavigation;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.ui.Words;
import cz.koplan.situation.ui.SituationNavigation;
import cz.koplan.tasks.ui.TasksNavigation;
import java.util.ArrayList;
import java.util.List;

/** The frame around every page of a signed-in person: navigation by role, and the account menu. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {

    private record Entry(String label, Class<? extends Component> view, VaadinIcon icon) {}

    /** Texts on their way from the desk go to the server first; then none is left in a device that others may use. */
    private static final String FORGET_TEXTS = """
            return (async () => {
                if (window.koplanDesk && !(await window.koplanDesk.signOut($0))) {
                    return false;
                }
                Object.keys(localStorage).filter((key) => key.startsWith('koplan-desk:'))
                        .forEach((key) => localStorage.removeItem(key));
                return true;
            })();""";

    private final AccountService accounts;
    private final AuthenticationContext authentication;

    MainLayout(
            AccountService accounts,
            CalendarService calendars,
            AuthenticationContext authentication,
            GroupRights groups,
            OrganisationRights organisations,
            ServiceRights services) {
        this.accounts = accounts;
        this.authentication = authentication;

        Anchor skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("router-ignore", true);

        Span brand = new Span("Koplán");
        brand.addClassName("brand");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        Div space = new Div();
        space.addClassName("navbar-space");
        Header head = new Header(skip, toggle, brand, space, accountMenu(calendars));
        head.addClassName("head");
        addToNavbar(head);

        List<Entry> entries = entries(groups, organisations, services);
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        entries.forEach(entry -> navigation.addItem(
                new SideNavItem(entry.label(), entry.view(), entry.icon().create())));
        addToDrawer(navigation);
        addToNavbar(true, bottomBar(entries));
    }

    private List<Entry> entries(GroupRights groups, OrganisationRights organisations, ServiceRights services) {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(getTranslation("home.title"), HomeView.class, VaadinIcon.HOME_O),
                new Entry(getTranslation("meetings.title"), MeetingsNavigation.LIST, VaadinIcon.CALENDAR_O),
                new Entry(getTranslation("tasks.title"), TasksNavigation.LIST, VaadinIcon.TASKS),
                new Entry(getTranslation("minutes.resolutions"), MinutesNavigation.RESOLUTIONS, VaadinIcon.GAVEL),
                new Entry(getTranslation("groups.title"), GroupsNavigation.LIST, VaadinIcon.GROUP)));
        entries.add(new Entry(
                getTranslation("situation.barometer"), SituationNavigation.BAROMETER, VaadinIcon.BAR_CHART_H));
        if (groups.coordinatesAny()) {
            entries.add(new Entry(getTranslation("imports.title"), ImportsNavigation.LIST, VaadinIcon.FILE_ADD));
        }
        if (groups.coordinatesAny() || CurrentActor.get().admin()) {
            entries.add(new Entry(getTranslation("mail.title"), MailNavigation.LIST, VaadinIcon.ENVELOPE_O));
        }
        entries.add(new Entry(
                getTranslation("organisations.title"), OrganisationsNavigation.ORGANISATIONS, VaadinIcon.BUILDING_O));
        entries.add(new Entry(getTranslation("services.title"), ServicesNavigation.SERVICES, VaadinIcon.HEART_O));
        if (organisations.add()) {
            entries.add(new Entry(getTranslation("people.title"), OrganisationsNavigation.PEOPLE, VaadinIcon.USERS));
        }
        if (services.keepLists()) {
            entries.add(
                    new Entry(getTranslation("codeLists.title"), ServicesNavigation.CODE_LISTS, VaadinIcon.LIST_OL));
        }
        if (CurrentActor.get().admin()) {
            entries.add(new Entry(getTranslation("accounts.title"), AccountsNavigation.LIST, VaadinIcon.KEY_O));
            entries.add(new Entry(getTranslation("changes.title"), AuditNavigation.CHANGES, VaadinIcon.TIME_BACKWARD));
        }
        return entries;
    }

    /** On a phone the first three places and the whole menu are at the thumb. */
    private Nav bottomBar(List<Entry> entries) {
        Nav bar = new Nav();
        bar.addClassName("bottom-bar");
        bar.getElement().setAttribute("aria-label", getTranslation("shell.navigation.short"));
        entries.stream().limit(3).forEach(entry -> {
            RouterLink link = new RouterLink(entry.view());
            link.add(entry.icon().create(), new Span(entry.label()));
            bar.add(link);
        });
        DrawerToggle more = new DrawerToggle();
        more.setAriaLabel(getTranslation("shell.more"));
        Span label = new Span(getTranslation("shell.more"));
        label.getElement().setAttribute("aria-hidden", "true");
        Div place = new Div(more, label);
        bar.add(place);
        return bar;
    }

    private MenuBar accountMenu(CalendarService calendars) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem account = bar.addItem(VaadinIcon.USER.create());
        account.setAriaLabel(getTranslation("shell.account", CurrentActor.get().name()));
        Span name = new Span(CurrentActor.get().name());
        name.addClassName("account-name");
        account.add(name);

        Preferences now = accounts.ownPreferences();
        SubMenu menu = account.getSubMenu();
        SubMenu language = menu.addItem(getTranslation("shell.language")).getSubMenu();
        addChoice(language, "Čeština", now.language().equals("cs"), new Preferences("cs", now.colorScheme()));
        addChoice(language, "English", now.language().equals("en"), new Preferences("en", now.colorScheme()));
        SubMenu scheme = menu.addItem(getTranslation("shell.colorScheme")).getSubMenu();
        for (ColorScheme choice : ColorScheme.values()) {
            addChoice(
                    scheme,
                    Words.of(this, choice),
                    now.colorScheme() == choice,
                    new Preferences(now.language(), choice));
        }
        menu.addItem(
                getTranslation("invitations.calendar.menu"),
                click -> InvitationsNavigation.openCalendarDialog(calendars));
        menu.addItem(
                getTranslation("accounts.password.change"), click -> AccountsNavigation.openPasswordDialog(accounts));
        menu.addItem(getTranslation("shell.signOut"), click -> signOut(() -> {}));
        menu.addItem(getTranslation("shell.signOutEverywhere"), click -> signOut(accounts::signOutEverywhere));
        return bar;
    }

    /** @param before what is done once the texts are safe */
    private void signOut(Runnable before) {
        getElement().executeJs(FORGET_TEXTS, false).then(Boolean.class, forgotten -> {
            if (forgotten) {
                before.run();
                authentication.logout();
            } else {
                confirmLoss(before);
            }
        });
    }

    private void confirmLoss(Runnable before) {
        ConfirmDialog confirm = new ConfirmDialog(
                getTranslation("shell.signOut.unsent"),
                getTranslation("shell.signOut.unsent.text"),
                getTranslation("shell.signOut"),
                confirmed -> getElement().executeJs(FORGET_TEXTS, true).then(done -> {
                    before.run();
                    authentication.logout();
                }));
        confirm.setCancelable(true);
        confirm.setCancelText(getTranslation("action.cancel"));
        confirm.setConfirmButtonTheme("error primary");
        confirm.open();
    }

    private void addChoice(SubMenu menu, String label, boolean chosen, Preferences preferences) {
        MenuItem item = menu.addItem(label, click -> {
            accounts.setOwnPreferences(preferences);
            UI.getCurrent().getPage().reload();
        });
        item.setCheckable(true);
        item.setChecked(chosen);
    }
}
