package cz.koplan.organisations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import cz.koplan.organisations.OrganisationRights;
import cz.koplan.organisations.PersonRow;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;

/** People with their contacts and the organisations they speak for. */
@Route("people")
@PermitAll
class PeopleView extends Screen {

    private final PersonService people;
    private final CardGrid<PersonRow> grid = new CardGrid<>(this::card);
    private final boolean mayChange;
    private final ConfigurableFilterDataProvider<PersonRow, Void, String> rows;
    private final EmptyState empty;
    private final TextField filter = new TextField();

    PeopleView(PersonService people, OrganisationRights rights) {
        this.people = people;
        this.mayChange = rights.change();
        CallbackDataProvider<PersonRow, String> all = DataProvider.fromFilteringCallbacks(
                query -> people.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> people.count(query.getFilter().orElse("")));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("people.title"));
        Button add = new Button(
                getTranslation("people.add"),
                click -> PersonDialog.create(people, created -> refresh()).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(add);

        filter.setPlaceholder(getTranslation("people.filter"));
        filter.setAriaLabel(getTranslation("people.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        filter.addClassName("filter");

        grid.addColumn(PersonRow::displayName)
                .setHeader(getTranslation("people.name"))
                .setFlexGrow(2);
        grid.addColumn(PersonRow::organisations)
                .setHeader(getTranslation("people.organisations"))
                .setFlexGrow(3);
        grid.addColumn(PersonRow::email)
                .setHeader(getTranslation("people.email"))
                .setFlexGrow(2);
        grid.addColumn(PersonRow::phone)
                .setHeader(getTranslation("people.phone"))
                .setFlexGrow(1);
        if (mayChange) {
            grid.addComponentColumn(this::editButton)
                    .setHeader(getTranslation("action.column"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(getTranslation("people.empty.title"), getTranslation("people.empty.text"));
        add(filter, grid, empty);
        refresh();
    }

    private Component card(PersonRow row) {
        Div first = new Div(row.displayName());
        if (mayChange) {
            first.add(editButton(row));
        }
        return CardGrid.lines(first, row.organisations(), row.email(), row.phone());
    }

    private Component editButton(PersonRow row) {
        return Words.iconButton(
                VaadinIcon.PENCIL,
                getTranslation("action.edit.of", row.displayName()),
                () -> PersonDialog.edit(people, people.get(row.id()), this::refresh)
                        .open());
    }

    private void refresh() {
        rows.setFilter(filter.getValue());
        boolean any = !filter.isEmpty() || people.count("") > 0;
        grid.setVisible(any);
        filter.setVisible(any);
        empty.setVisible(!any);
    }
}
