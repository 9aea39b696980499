package cz.koplan.meetings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
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
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingRow;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** The meetings that the person may read, the newest first. */
@Route("meetings")
@PermitAll
class MeetingsView extends Screen {

    private final MeetingService meetings;
    private final CardGrid<MeetingRow> grid =
            new CardGrid<>(row -> CardGrid.lines(link(row), Words.day(row.heldOn(), getLocale()), row.groupName()));
    private final ConfigurableFilterDataProvider<MeetingRow, Void, MeetingFilter> rows;
    private final TextField text = new TextField();
    private final ComboBox<GroupRow> group = new ComboBox<>();
    private final Div filters = new Div(text, group);
    private final EmptyState empty;

    MeetingsView(MeetingService meetings, GroupService groups, GroupRights rights) {
        this.meetings = meetings;
        CallbackDataProvider<MeetingRow, MeetingFilter> all =
                DataProvider.fromFilteringCallbacks(
                        query -> meetings
                                .rows(query.getFilter().orElse(MeetingFilter.ANY), query.getOffset(), query.getLimit())
                                .stream(),
                        query -> meetings.count(query.getFilter().orElse(MeetingFilter.ANY)));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("meetings.title"));
        text.setPlaceholder(getTranslation("meetings.filter"));
        text.setAriaLabel(getTranslation("meetings.filter"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> refresh());
        text.addClassName("filter");
        group.setPlaceholder(getTranslation("meetings.filter.group"));
        group.setAriaLabel(getTranslation("meetings.filter.group"));
        List<GroupRow> known = groups.rows();
        List<GroupId> coordinated = rights.coordinated();
        if (!coordinated.isEmpty()) {
            List<GroupRow> own = known.stream()
                    .filter(row -> row.active() && coordinated.contains(row.id()))
                    .toList();
            Button create = new Button(
                    getTranslation("meetings.new"),
                    click -> NewMeetingDialog.any(meetings, own).open());
            create.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(create);
        }
        group.setItems(known);
        group.setItemLabelGenerator(GroupRow::name);
        group.setClearButtonVisible(true);
        group.addValueChangeListener(change -> refresh());
        group.addClassName("filter");
        filters.addClassName("filters");

        grid.addColumn(row -> Words.day(row.heldOn(), getLocale()))
                .setHeader(getTranslation("meetings.heldOn"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(MeetingsView::link)
                .setHeader(getTranslation("meetings.name"))
                .setFlexGrow(4);
        grid.addColumn(MeetingRow::groupName)
                .setHeader(getTranslation("groups.group"))
                .setFlexGrow(3);
        grid.addColumn(row -> row.mode() == null ? "" : Words.of(this, row.mode()))
                .setHeader(getTranslation("meetings.mode"))
                .setFlexGrow(1);
        grid.addColumn(row -> Words.of(this, row.state()))
                .setHeader(getTranslation("meetings.state"))
                .setFlexGrow(1);
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(getTranslation("meetings.empty.title"), getTranslation("meetings.empty.text"));
        add(filters, grid, empty);
        refresh();
    }

    /** Before a meeting one prepares it, afterwards one reads its minutes. */
    private static Anchor link(MeetingRow row) {
        String address = "meetings/" + row.id().value();
        boolean took = switch (row.state()) {
            case PLANNED, INVITED, CANCELLED -> false;
            case IN_PROGRESS, HELD -> true;
        };
        Anchor link = new Anchor(took ? address : address + "/agenda", row.title());
        link.addClassName("wrap");
        return link;
    }

    private void refresh() {
        MeetingFilter filter = new MeetingFilter(
                text.getValue(), Optional.ofNullable(group.getValue()).map(GroupRow::id));
        rows.setFilter(filter);
        boolean any = !filter.equals(MeetingFilter.ANY) || meetings.count(MeetingFilter.ANY) > 0;
        grid.setVisible(any);
        filters.setVisible(any);
        empty.setVisible(!any);
    }
}
