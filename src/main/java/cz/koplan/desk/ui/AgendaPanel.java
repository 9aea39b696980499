package cz.koplan.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.shared.ui.KeyedRows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** The agenda on the left: what is being discussed, what was, and how the time goes. */
class AgendaPanel extends Nav {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    private final Consumer<AgendaItemId> open;
    private final Span left = new Span();
    private final KeyedRows<AgendaItemId, AgendaItem, Row> rows;
    private Optional<AgendaItemId> viewed = Optional.empty();
    private Optional<AgendaItemId> current = Optional.empty();

    AgendaPanel(Consumer<AgendaItemId> open) {
        this.open = open;
        addClassName("desk-agenda");
        getElement().setAttribute("aria-label", getTranslation("desk.agenda"));
        Div list = new Div();
        list.addClassName("desk-agenda-items");
        left.addClassName("desk-left");
        add(new H2(getTranslation("desk.agenda")), list, left);
        rows = new KeyedRows<>(list, AgendaItem::id, item -> new Row(item.id()), Row::show);
    }

    void show(MinutesPage page, Optional<AgendaItemId> viewed, Optional<AgendaItemId> current) {
        this.viewed = viewed;
        this.current = current;
        rows.show(page.agenda().stream().filter(item -> !item.data().skipped()).toList());
        var data = page.meeting().data();
        if (data.endsAt() != null) {
            LocalDateTime end = LocalDateTime.of(data.heldOn(), data.endsAt());
            boolean today = data.heldOn().equals(Instant.now().atZone(ZONE).toLocalDate());
            left.setVisible(today);
            left.getElement()
                    .setAttribute(
                            "data-ends",
                            String.valueOf(end.atZone(ZONE).toInstant().toEpochMilli()));
            left.getElement().setAttribute("data-left", getTranslation("desk.time.left"));
            left.getElement().setAttribute("data-late", getTranslation("desk.time.late"));
        } else {
            left.setVisible(false);
        }
    }

    private class Row extends NativeButton {

        private final Span title = new Span();
        private final Span mark = new Span();
        private final Span time = new Span();

        Row(AgendaItemId id) {
            addClassName("desk-item");
            getElement().setAttribute("data-item", "item-" + id.value());
            title.addClassName("desk-item-title");
            mark.addClassName("desk-item-mark");
            time.addClassName("desk-item-time");
            add(title, mark, time);
            addClickListener(click -> open.accept(id));
        }

        void show(AgendaItem item) {
            Integer number = item.data().number();
            title.setText((number == null ? "" : number + ". ") + item.data().title());
            boolean now = current.filter(item.id()::equals).isPresent();
            mark.setText(
                    now
                            ? getTranslation("desk.item.now")
                            : item.discussed() ? getTranslation("desk.item.discussed") : "");
            setClassName("now", now);
            setClassName("done", item.discussed());
            if (viewed.filter(item.id()::equals).isPresent()) {
                getElement().setAttribute("aria-current", "true");
            } else {
                getElement().removeAttribute("aria-current");
            }
            Clock.show(time, item, false);
        }
    }
}
