package cz.koplan.organisations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationRights;
import cz.koplan.organisations.OrganisationRow;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.function.Predicate;

/** All organisations, found by name, alias or identification number. */
@Route("organisations")
@PermitAll
class OrganisationsView extends Screen {

    private final OrganisationService organisations;
    private final boolean mayChange;
    private final transient Predicate<OrganisationId> pages;
    private final CardGrid<OrganisationRow> grid = new CardGrid<>(this::card);
    private final ConfigurableFilterDataProvider<OrganisationRow, Void, String> rows;
    private final EmptyState empty;
    private final TextField filter = new TextField();

    OrganisationsView(OrganisationService organisations, OrganisationRights rights) {
        this.organisations = organisations;
        this.mayChange = rights.change();
        this.pages = rights.pages();
        CallbackDataProvider<OrganisationRow, String> all = DataProvider.fromFilteringCallbacks(
                query -> organisations.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> organisations.count(query.getFilter().orElse("")));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("organisations.title"));
        if (rights.add()) {
            Button add = new Button(getTranslation("organisations.add"), click -> openNew());
            add.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(add);
        }
        filter.setPlaceholder(getTranslation("organisations.filter"));
        filter.setAriaLabel(getTranslation("organisations.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        filter.addClassName("filter");

        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("organisations.name"))
                .setFlexGrow(3);
        grid.addColumn(OrganisationRow::aliases)
                .setHeader(getTranslation("organisations.aliases"))
                .setFlexGrow(2);
        grid.addColumn(OrganisationRow::ico)
                .setHeader(getTranslation("organisations.ico"))
                .setFlexGrow(1);
        grid.addColumn(row -> row.triadRole() == null ? "" : Words.of(this, row.triadRole()))
                .setHeader(getTranslation("organisations.triadRole"))
                .setFlexGrow(1);
        if (mayChange) {
            grid.addComponentColumn(this::editButton)
                    .setHeader(getTranslation("action.column"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(getTranslation("organisations.empty.title"), getTranslation("organisations.empty.text"));
        add(filter, grid, empty);
        refresh();
    }

    private Component card(OrganisationRow row) {
        Div first = name(row);
        if (mayChange) {
            first.add(editButton(row));
        }
        return CardGrid.lines(first, row.aliases(), row.triadRole() == null ? "" : Words.of(this, row.triadRole()));
    }

    private Component editButton(OrganisationRow row) {
        return Words.iconButton(VaadinIcon.PENCIL, getTranslation("action.edit.of", row.name()), () -> openEdit(row));
    }

    private Div name(OrganisationRow row) {
        // By its address, for the page is built on the organisations and not the other way round.
        Div cell = new Div(
                pages.test(row.id())
                        ? new Anchor("organisations/" + row.id().value() + "/page", row.name())
                        : new Span(row.name()));
        cell.addClassName("wrap");
        if (!row.active()) {
            Span former = new Span(getTranslation("organisations.inactive"));
            former.addClassNames("tag");
            cell.add(former);
        }
        return cell;
    }

    private void refresh() {
        rows.setFilter(filter.getValue());
        boolean any = !filter.isEmpty() || organisations.count("") > 0;
        grid.setVisible(any);
        filter.setVisible(any);
        empty.setVisible(!any);
    }

    private void openNew() {
        OrganisationDialog.create(organisations, this::refresh).open();
    }

    private void openEdit(OrganisationRow row) {
        OrganisationDialog.edit(organisations, organisations.get(row.id()), this::refresh)
                .open();
    }
}
