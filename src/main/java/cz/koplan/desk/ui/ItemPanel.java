package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import cz.koplan.desk.ui.DeskActions.Said;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.shared.ui.KeyedRows;
import cz.koplan.tasks.OpenTask;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateId;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The agenda item in the middle of the desk: its round table, what else was said, and the line for more. */
class ItemPanel extends Section {

    @Tag("koplan-quick")
    private static final class QuickField extends Component {}

    private final DeskActions actions;
    private final H2 title = new H2();
    private final Span time = new Span();
    private final Button discuss = new Button();
    private final Button next = new Button();
    private final Button order = new Button();
    private final Div roundTable = new Div();
    private final Div said = new Div();
    private final TaskCheckPanel check;
    private final QuickField quick = new QuickField();
    private final KeyedRows<UpdateId, ProviderUpdate, UpdateRow> updates;
    private final KeyedRows<String, Said, SaidRow> entries;
    private boolean alphabetical;
    private @Nullable MinutesPage page;
    private @Nullable AgendaItem item;

    ItemPanel(DeskActions actions) {
        this.actions = actions;
        addClassName("desk-center");
        title.getElement().setAttribute("tabindex", "-1");
        time.addClassName("desk-clock");
        time.getElement().setAttribute("role", "timer");
        discuss.setText(getTranslation("desk.discuss"));
        discuss.setTooltipText(KeysDialog.DISCUSS);
        discuss.getElement().setAttribute("data-desk-click", "discuss");
        discuss.addClickListener(click -> {
            if (item != null) {
                actions.discuss(item.id());
            }
        });
        next.setText(getTranslation("desk.next"));
        next.setTooltipText(KeysDialog.NEXT);
        next.getElement().setAttribute("data-desk-click", "next");
        next.addClickListener(click -> actions.next());
        order.getElement().setAttribute("data-desk-click", "order");
        order.setTooltipText(KeysDialog.ORDER);
        order.addThemeVariants(ButtonVariant.TERTIARY);
        order.setIcon(VaadinIcon.SORT.create());
        order.addClickListener(click -> {
            alphabetical = !alphabetical;
            showAgain();
        });
        Div head = new Div(title, time, order, discuss, next);
        head.addClassName("desk-center-head");
        roundTable.addClassName("desk-lines");
        said.addClassName("desk-lines");
        quick.setId("quick");
        quick.getElement().setAttribute("label", getTranslation("desk.quick"));
        quick.getElement().setAttribute("placeholder", getTranslation("desk.quick.placeholder"));
        check = actions.taskCheck();
        add(head, check, roundTable, said, quick);
        updates = new KeyedRows<>(
                roundTable, ProviderUpdate::id, update -> new UpdateRow(update, actions), UpdateRow::show);
        entries = new KeyedRows<>(said, Said::key, one -> new SaidRow(one, actions), SaidRow::show);
    }

    void show(MinutesPage page, AgendaItem item, List<OpenTask> open) {
        this.page = page;
        this.item = item;
        check.setVisible(item.data().kind() == AgendaItemKind.TASK_CHECK);
        check.show(item.data().kind() == AgendaItemKind.TASK_CHECK ? open : List.of());
        showAgain();
    }

    private void showAgain() {
        if (page == null || item == null) {
            return;
        }
        boolean writable = page.writable();
        Integer number = item.data().number();
        setId("item-" + item.id().value());
        title.setText((number == null ? "" : number + ". ") + item.data().title());
        Clock.show(time, item, true);
        List<ProviderUpdate> lines = page.updatesUnder(item.id());
        order.setVisible(lines.size() > 1);
        order.setText(getTranslation(alphabetical ? "desk.order.alphabet" : "desk.order.membership"));
        if (alphabetical) {
            Collator czech = Collator.getInstance(Locale.of("cs", "CZ"));
            lines = lines.stream()
                    .sorted(Comparator.comparing(ProviderUpdate::label, czech))
                    .toList();
        }
        roundTable.setVisible(item.data().kind() == AgendaItemKind.ROUND_TABLE || !lines.isEmpty());
        updates.show(lines);
        entries.show(actions.said(page, item.id()));
        quick.getElement().setAttribute("item", String.valueOf(item.id().value()));
        quick.setVisible(writable);
        boolean running = writable && actions.running();
        discuss.setVisible(
                running && actions.current().filter(item.id()::equals).isEmpty());
        next.setVisible(running && actions.current().filter(item.id()::equals).isPresent());
    }
}
