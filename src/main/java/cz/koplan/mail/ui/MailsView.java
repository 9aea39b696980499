package cz.koplan.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupRow;
import cz.koplan.groups.GroupService;
import cz.koplan.mail.MailFilter;
import cz.koplan.mail.MailRow;
import cz.koplan.mail.MailService;
import cz.koplan.mail.MailState;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every mail with its recipient and what became of it, the newest first. */
@Route("mail")
@PermitAll
class MailsView extends Screen {

    private final MailService mails;
    private final CardGrid<MailRow> grid = new CardGrid<>(this::card);
    private final ConfigurableFilterDataProvider<MailRow, Void, MailFilter> rows;
    private final Select<MailState> state = new Select<>();
    private final ComboBox<GroupRow> group = new ComboBox<>();
    private final TextField text = new TextField();
    private final EmptyState empty;

    MailsView(MailService mails, GroupService groups, GroupRights rights) {
        this.mails = mails;
        boolean admin = CurrentActor.get().admin();
        CallbackDataProvider<MailRow, MailFilter> all = DataProvider.fromFilteringCallbacks(
                query ->
                        mails
                                .rows(query.getFilter().orElse(MailFilter.ANY), query.getOffset(), query.getLimit())
                                .stream(),
                query -> mails.count(query.getFilter().orElse(MailFilter.ANY)));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("mail.title"));
        setActions(Words.iconButton(VaadinIcon.REFRESH, getTranslation("mail.refresh"), this::refresh));
        if (admin && mails.intoFiles()) {
            Paragraph notice = new Paragraph(getTranslation("mail.intoFiles"));
            notice.addClassName("mail-notice");
            add(notice);
        }
        state.setAriaLabel(getTranslation("mail.filter.state"));
        state.setItems(MailState.values());
        state.setItemLabelGenerator(
                value -> value == null ? getTranslation("mail.filter.state") : Words.of(this, value));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("mail.filter.state"));
        state.addValueChangeListener(change -> refresh());
        List<GroupRow> known = known(groups, admin ? null : rights);
        group.setPlaceholder(getTranslation("meetings.filter.group"));
        group.setAriaLabel(getTranslation("meetings.filter.group"));
        group.setItems(known);
        group.setItemLabelGenerator(GroupRow::name);
        group.setClearButtonVisible(true);
        group.setVisible(known.size() > 1);
        group.addValueChangeListener(change -> refresh());
        group.addClassName("filter");
        text.setPlaceholder(getTranslation("mail.filter"));
        text.setAriaLabel(getTranslation("mail.filter"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> refresh());
        text.addClassName("filter");
        Div filters = new Div(state, group, text);
        filters.addClassName("filters");

        grid.addComponentColumn(this::opener)
                .setHeader(getTranslation("mail.subject"))
                .setFlexGrow(4);
        grid.addComponentColumn(row -> lines(row.recipientName(), row.recipientAddress()))
                .setHeader(getTranslation("mail.recipient"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::outcome)
                .setHeader(getTranslation("mail.state"))
                .setFlexGrow(3);
        grid.addColumn(this::moment)
                .setHeader(getTranslation("mail.written"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(getTranslation("mail.none.title"), getTranslation("mail.none.text"));
        add(filters, grid, empty);
        refresh();
    }

    /** @param rights of somebody who sees only the own groups */
    private static List<GroupRow> known(GroupService groups, @Nullable GroupRights rights) {
        List<GroupRow> known = groups.rows();
        if (rights == null) {
            return known;
        }
        List<GroupId> coordinated = rights.coordinated();
        return known.stream().filter(row -> coordinated.contains(row.id())).toList();
    }

    private Component card(MailRow row) {
        Div card = (Div) CardGrid.lines(opener(row), row.recipientName(), row.recipientAddress(), moment(row));
        card.add(outcome(row));
        return card;
    }

    private Button opener(MailRow row) {
        Button opener = new Button(row.subject(), click -> MailNavigation.open(mails, row.id(), this::refresh));
        opener.addThemeVariants(ButtonVariant.TERTIARY);
        opener.addClassName("link-button");
        return opener;
    }

    private Component outcome(MailRow row) {
        Div box = new Div(MailNavigation.state(this, row.state()));
        box.addClassName("mail-outcome");
        String answer = MailNavigation.answer(this, row);
        if (row.state() != MailState.SENT && !answer.isEmpty()) {
            Div said = new Div(answer);
            said.addClassNames("secondary", "wrap");
            box.add(said);
        }
        return box;
    }

    private static Component lines(String first, String second) {
        Div below = new Div(second);
        below.addClassName("secondary");
        Div box = new Div(new Span(first), below);
        box.addClassName("wrap");
        return box;
    }

    private String moment(MailRow row) {
        return MailNavigation.moment(row.createdAt(), getLocale());
    }

    private void refresh() {
        MailFilter filter = new MailFilter(
                Optional.ofNullable(state.getValue()),
                Optional.ofNullable(group.getValue()).map(GroupRow::id),
                text.getValue());
        rows.setFilter(filter);
        boolean any = mails.count(filter) > 0;
        grid.setVisible(any);
        empty.setVisible(!any);
    }
}
