package cz.koplan.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import cz.koplan.audit.Change;
import cz.koplan.audit.ChangeFilter;
import cz.koplan.audit.ChangeLogService;
import cz.koplan.audit.ChangePage;
import cz.koplan.audit.LoggedTable;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, and what stood there before. */
@Route("changes")
@PermitAll
class ChangeLogView extends Screen {

    private final ChangeLogService log;
    private final ComboBox<String> table;
    private final ComboBox<String> person;
    private final DatePicker day;
    private final TextField text;
    private final Paragraph chosen = new Paragraph();
    private final Div list = new Div();
    private final Paragraph count = new Paragraph();
    private final Button older;
    private @Nullable Change oneRow;
    private int shown;
    private long before = Long.MAX_VALUE;

    ChangeLogView(ChangeLogService log) {
        this.log = log;
        setHeading(getTranslation("changes.title"));
        setSubtitle(getTranslation("changes.subtitle"));

        table = new ComboBox<>(getTranslation("changes.table"));
        table.setItemLabelGenerator(
                name -> LoggedTable.of(name).map(known -> Words.of(this, known)).orElse(name));
        table.setItems(log.tables());
        table.setClearButtonVisible(true);
        person = new ComboBox<>(getTranslation("changes.person"));
        person.setItems(log.people());
        person.setClearButtonVisible(true);
        day = Pickers.day(getTranslation("changes.day"));
        day.setClearButtonVisible(true);
        text = new TextField(getTranslation("changes.text"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        older = new Button("", click -> showMore());

        table.addValueChangeListener(change -> {
            oneRow = null;
            showFirst();
        });
        person.addValueChangeListener(change -> showFirst());
        day.addValueChangeListener(change -> showFirst());
        text.addValueChangeListener(change -> showFirst());

        Div filter = new Div(table, person, day, text);
        filter.addClassName("filters");
        count.getElement().setAttribute("role", "status");
        count.addClassName("secondary");
        list.addClassName("changes");
        add(filter, chosen, count, list, older);
        showFirst();
    }

    private void showFirst() {
        chosen.removeAll();
        chosen.setVisible(oneRow != null);
        if (oneRow != null) {
            chosen.add(
                    new Span(getTranslation("changes.oneRow", ChangeCard.thing(this, oneRow))),
                    new Button(getTranslation("changes.everything"), click -> {
                        oneRow = null;
                        showFirst();
                    }));
        }
        list.removeAll();
        shown = 0;
        before = Long.MAX_VALUE;
        showMore();
    }

    private void showMore() {
        ChangePage page = log.page(filter(), before);
        if (shown == 0) {
            list.removeAll();
        }
        page.changes().forEach(change -> list.add(new ChangeCard(change, this::showHistory)));
        shown += page.changes().size();
        if (shown == 0) {
            list.add(new EmptyState(
                    getTranslation("changes.empty.title"),
                    getTranslation(page.before() == null ? "changes.empty.text" : "changes.emptySoFar.text")));
        }
        count.setText(getTranslation("changes.found", shown));
        older.setVisible(page.before() != null);
        older.setText(getTranslation(text.isEmpty() ? "changes.older" : "changes.searchOn"));
        before = page.before() == null ? 0 : page.before();
    }

    private ChangeFilter filter() {
        return oneRow == null
                ? new ChangeFilter(table.getValue(), null, person.getValue(), day.getValue(), text.getValue())
                : new ChangeFilter(oneRow.table(), oneRow.row(), person.getValue(), day.getValue(), text.getValue());
    }

    private void showHistory(Change change) {
        oneRow = change;
        showFirst();
    }
}
