package cz.koplan.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.audit.Change;
import cz.koplan.audit.ChangeAction;
import cz.koplan.audit.LoggedTable;
import cz.koplan.shared.ui.Words;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One change: who and when, and each value before and after side by side. */
class ChangeCard extends Article {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("H:mm:ss");

    /** @param history shows all of the row */
    ChangeCard(Change change, Consumer<Change> history) {
        addClassName("change");
        String thing = thing(this, change);
        LocalDateTime at =
                change.at().atOffset(ZoneOffset.UTC).atZoneSameInstant(PRAGUE).toLocalDateTime();
        Paragraph when =
                new Paragraph(Words.day(at.toLocalDate(), getLocale()) + " " + at.format(SECOND) + " · " + change.by());
        when.addClassName("secondary");
        Button all = Words.iconButton(
                VaadinIcon.TIME_BACKWARD, getTranslation("changes.history", thing), () -> history.accept(change));
        Div head = new Div(new H2(thing), Words.tag(icon(change.action()), Words.of(this, change.action())), all);
        head.addClassName("change-head");
        add(head, when, values(change));
    }

    static String thing(Component where, Change change) {
        return LoggedTable.of(change.table())
                        .map(table -> Words.of(where, table))
                        .orElse(change.table()) + " "
                + change.row();
    }

    private static VaadinIcon icon(ChangeAction action) {
        return switch (action) {
            case INSERT -> VaadinIcon.PLUS;
            case UPDATE -> VaadinIcon.PENCIL;
            case DELETE -> VaadinIcon.MINUS;
        };
    }

    private NativeTable values(Change change) {
        NativeTable table = new NativeTable();
        NativeTableRow names = table.getHead().addRow();
        names.add(new NativeTableHeaderCell(getTranslation("changes.column")));
        if (change.action() != ChangeAction.INSERT) {
            names.add(new NativeTableHeaderCell(getTranslation("changes.before")));
        }
        if (change.action() != ChangeAction.DELETE) {
            names.add(new NativeTableHeaderCell(getTranslation("changes.after")));
        }
        for (Change.Value value : change.values()) {
            Excerpt excerpt = Excerpt.of(
                    Objects.requireNonNullElse(value.before(), ""), Objects.requireNonNullElse(value.after(), ""));
            NativeTableRow row = table.getBody().addRow();
            NativeTableHeaderCell name = new NativeTableHeaderCell(value.column());
            name.getElement().setAttribute("scope", "row");
            row.add(name);
            if (change.action() != ChangeAction.INSERT) {
                row.add(cell(value.before(), excerpt.before()));
            }
            if (change.action() != ChangeAction.DELETE) {
                row.add(cell(value.after(), excerpt.after()));
            }
        }
        return table;
    }

    private NativeTableCell cell(@Nullable String value, String shown) {
        NativeTableCell cell = new NativeTableCell(value == null ? getTranslation("changes.nothing") : shown);
        cell.setClassName("secondary", value == null);
        return cell;
    }
}
