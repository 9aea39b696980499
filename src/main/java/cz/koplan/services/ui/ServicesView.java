package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.services.KindOption;
import cz.koplan.services.OrpOption;
import cz.koplan.services.ProviderOption;
import cz.koplan.services.ServiceFilter;
import cz.koplan.services.ServiceRights;
import cz.koplan.services.ServiceRow;
import cz.koplan.services.ServiceService;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The services of all organisations, found by organisation, kind, district or text. */
@Route("services")
@PermitAll
class ServicesView extends Screen {

    private final ServiceService services;
    private final Set<OrganisationId> own;
    private final CardGrid<ServiceRow> grid = new CardGrid<>(this::card);
    private final ConfigurableFilterDataProvider<ServiceRow, Void, ServiceFilter> rows;
    private final TextField text = new TextField();
    private final ComboBox<ProviderOption> organisation = new ComboBox<>();
    private final ComboBox<KindOption> kind = new ComboBox<>();
    private final ComboBox<OrpOption> orp = new ComboBox<>();
    private final Div filters = new Div(text, organisation, kind, orp);
    private final EmptyState empty;
    private final EmptyState nothingFits;

    ServicesView(ServiceService services, ServiceRights rights) {
        this.services = services;
        this.own = rights.keepSome()
                ? services.ownOrganisations().stream().map(ProviderOption::id).collect(Collectors.toSet())
                : Set.of();
        CallbackDataProvider<ServiceRow, ServiceFilter> all =
                DataProvider.fromFilteringCallbacks(
                        query -> services
                                .rows(query.getFilter().orElse(ServiceFilter.ANY), query.getOffset(), query.getLimit())
                                .stream(),
                        query -> services.count(query.getFilter().orElse(ServiceFilter.ANY)));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("services.title"));
        RouterLink lists = new RouterLink(getTranslation("codeLists.title"), CodeListsView.class);
        Button add = new Button(getTranslation("services.add"), click -> openNew());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(!own.isEmpty());
        setActions(lists, add);
        text.setPlaceholder(getTranslation("services.filter"));
        text.setAriaLabel(getTranslation("services.filter"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> refresh());
        text.addClassName("filter");
        prepare(organisation, getTranslation("services.filter.organisation"));
        prepare(kind, getTranslation("services.filter.kind"));
        prepare(orp, getTranslation("services.filter.orp"));
        Choices.fill(organisation, services.providers(), ProviderOption::name);
        Choices.fill(kind, services.kinds(), Choices::label);
        Choices.fill(orp, services.orps(), OrpOption::name);
        filters.addClassNames("filters", "service-filters");

        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("services.name"))
                .setFlexGrow(3);
        grid.addComponentColumn(row -> wrapped(row.organisationName()))
                .setHeader(getTranslation("organisations.organisation"))
                .setFlexGrow(3);
        grid.addComponentColumn(row -> wrapped(kind(row)))
                .setHeader(getTranslation("services.kind"))
                .setFlexGrow(3);
        grid.addComponentColumn(row -> wrapped(row.orps() == null ? "" : row.orps()))
                .setHeader(getTranslation("services.orps"))
                .setFlexGrow(2);
        grid.addColumn(ServiceRow::registerId)
                .setHeader(getTranslation("services.registerId.short"))
                .setFlexGrow(1);
        if (!own.isEmpty()) {
            grid.addComponentColumn(this::edit)
                    .setHeader(getTranslation("action.column"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(
                getTranslation("services.empty.title"),
                getTranslation(own.isEmpty() ? "services.empty.reader" : "services.empty.text"));
        nothingFits = new EmptyState(getTranslation("services.nothing.title"), getTranslation("services.nothing.text"));
        add(filters, grid, empty, nothingFits);
        refresh();
    }

    private void prepare(ComboBox<?> filter, String label) {
        filter.setPlaceholder(label);
        filter.setAriaLabel(label);
        filter.setClearButtonVisible(true);
        filter.addValueChangeListener(change -> refresh());
        filter.addClassName("filter");
    }

    private Component card(ServiceRow row) {
        Div first = name(row);
        if (own.contains(row.organisation())) {
            first.add(edit(row));
        }
        return CardGrid.lines(first, row.organisationName(), kind(row), row.orps());
    }

    /** A button where the person keeps the service, nothing elsewhere. */
    private Component edit(ServiceRow row) {
        return own.contains(row.organisation())
                ? Words.iconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("services.edit.of", row.name(), row.organisationName()),
                        () -> openEdit(row))
                : new Span();
    }

    private Div name(ServiceRow row) {
        Div cell = wrapped(row.name());
        if (!row.active()) {
            cell.add(Words.tag(VaadinIcon.BAN, getTranslation("services.inactive")));
        }
        return cell;
    }

    private String kind(ServiceRow row) {
        return row.kind() == null ? getTranslation("services.related") : row.kind();
    }

    private static Div wrapped(String text) {
        Div cell = new Div(text);
        cell.addClassName("wrap");
        return cell;
    }

    private void refresh() {
        ServiceFilter filter = new ServiceFilter(
                Optional.ofNullable(organisation.getValue()).map(ProviderOption::id),
                Optional.ofNullable(kind.getValue()).map(KindOption::id),
                Optional.ofNullable(orp.getValue()).map(OrpOption::id),
                text.getValue());
        rows.setFilter(filter);
        boolean found = services.count(filter) > 0;
        boolean any = found || !filter.equals(ServiceFilter.ANY);
        grid.setVisible(found);
        filters.setVisible(any);
        nothingFits.setVisible(any && !found);
        empty.setVisible(!any);
    }

    private void openNew() {
        new ServiceForm(services).create(this::changed).open();
    }

    private void openEdit(ServiceRow row) {
        new ServiceForm(services).edit(services.get(row.id()), this::changed).open();
    }

    private void changed() {
        List<ProviderOption> providers = services.providers();
        ProviderOption chosen = organisation.getValue();
        Choices.fill(organisation, providers, ProviderOption::name);
        organisation.setValue(chosen != null && providers.contains(chosen) ? chosen : null);
        refresh();
    }
}
