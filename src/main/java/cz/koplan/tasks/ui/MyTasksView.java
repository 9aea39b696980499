package cz.koplan.tasks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupRights;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import cz.koplan.tasks.TaskDue;
import cz.koplan.tasks.TaskFilter;
import cz.koplan.tasks.TaskRow;
import cz.koplan.tasks.TaskScope;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The person's tasks over all groups, and for coordinators those of their groups; the earliest due first. */
@Route("tasks")
@PermitAll
class MyTasksView extends Screen {

    private static final int SHOWN_CHARACTERS = 160;

    private final TaskService tasks;
    private final CardGrid<TaskRow> grid = new CardGrid<>(this::card);
    private final ConfigurableFilterDataProvider<TaskRow, Void, TaskFilter> rows;
    private final Select<TaskScope> scope = new Select<>();
    private final Select<TaskState> state = new Select<>();
    private final Select<TaskDue> due = new Select<>();
    private final TextField text = new TextField();
    private final EmptyState empty;

    MyTasksView(TaskService tasks, GroupRights groups) {
        this.tasks = tasks;
        CallbackDataProvider<TaskRow, TaskFilter> all =
                DataProvider.fromFilteringCallbacks(
                        query -> tasks
                                .mine(
                                        query.getFilter().orElse(TaskFilter.OWN_OPEN),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                        query -> tasks.countMine(query.getFilter().orElse(TaskFilter.OWN_OPEN)));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("tasks.title"));
        choose(scope, "tasks.filter.scope", TaskScope.values());
        scope.setValue(TaskScope.OWN);
        scope.setVisible(groups.coordinatesAny());
        choose(state, "tasks.state", TaskState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("tasks.filter.state"));
        state.setValue(TaskState.OPEN);
        choose(due, "tasks.filter.due", TaskDue.values());
        due.setValue(TaskDue.ANY);
        text.setPlaceholder(getTranslation("tasks.filter"));
        text.setAriaLabel(getTranslation("tasks.filter"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> refresh());
        text.addClassName("filter");
        Div filters = new Div(scope, state, due, text);
        filters.addClassName("filters");

        grid.addComponentColumn(this::opener)
                .setHeader(getTranslation("tasks.text"))
                .setFlexGrow(5);
        grid.addComponentColumn(row -> wrapped(row.owner()))
                .setHeader(getTranslation("tasks.owner"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::dueDate)
                .setHeader(getTranslation("tasks.due"))
                .setFlexGrow(2);
        grid.addComponentColumn(row -> wrapped(row.groupName()))
                .setHeader(getTranslation("groups.group"))
                .setFlexGrow(2);
        grid.addColumn(row -> Words.of(this, row.state()))
                .setHeader(getTranslation("tasks.state"))
                .setFlexGrow(1);
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(getTranslation("tasks.none.title"), getTranslation("tasks.none.text"));
        add(filters, grid, empty);
        refresh();
    }

    private <E extends Enum<E>> void choose(Select<E> select, String label, E[] values) {
        select.setAriaLabel(getTranslation(label));
        select.setItems(values);
        select.setItemLabelGenerator(
                value -> value == null ? getTranslation("tasks.filter.state") : Words.of(this, value));
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                refresh();
            }
        });
    }

    private Component card(TaskRow row) {
        Div card = (Div) CardGrid.lines(opener(row), row.owner(), row.groupName());
        card.add(dueDate(row), new Div(Words.of(this, row.state())));
        return card;
    }

    private Button opener(TaskRow row) {
        String whole = Markdown.plainText(InternalPassages.internalText(row.text()));
        String shown = whole.length() <= SHOWN_CHARACTERS ? whole : whole.substring(0, SHOWN_CHARACTERS) + "…";
        Button opener = new Button(shown, click -> new TaskDialog(tasks, row.id(), this::refresh).open());
        opener.addThemeVariants(ButtonVariant.TERTIARY);
        opener.addClassName("link-button");
        return opener;
    }

    private static Span wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        return span;
    }

    private Component dueDate(TaskRow row) {
        Span box = new Span(row.due() == null ? "" : Words.day(row.due(), getLocale()));
        if (row.overdue()) {
            Span late = Words.tag(VaadinIcon.CLOCK, getTranslation("tasks.overdue"));
            late.addClassName("late");
            box.add(late);
        }
        return box;
    }

    private void refresh() {
        TaskFilter filter = new TaskFilter(
                scope.getValue(), Optional.ofNullable(state.getValue()), due.getValue(), text.getValue());
        rows.setFilter(filter);
        boolean any = tasks.countMine(filter) > 0;
        grid.setVisible(any);
        empty.setVisible(!any);
    }
}
