package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
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
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import cz.koplan.groups.GroupRow;
import cz.koplan.groups.GroupService;
import cz.koplan.minutes.RegisterFormat;
import cz.koplan.minutes.ResolutionFilter;
import cz.koplan.minutes.ResolutionRow;
import cz.koplan.minutes.ResolutionService;
import cz.koplan.shared.text.InternalPassages;
import cz.koplan.shared.text.Markdown;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The register of resolutions over all groups that the person may read, the newest first. */
@Route("resolutions")
@PermitAll
class ResolutionsView extends Screen {

    private static final int SHOWN_CHARACTERS = 400;

    private final ResolutionService resolutions;
    private final CardGrid<ResolutionRow> grid = new CardGrid<>(
            row -> CardGrid.lines(number(row), text(row), row.groupName(), Words.day(row.heldOn(), getLocale())));
    private final ConfigurableFilterDataProvider<ResolutionRow, Void, ResolutionFilter> rows;
    private final ComboBox<GroupRow> group = new ComboBox<>();
    private final Select<Integer> year = new Select<>();
    private final TextField text = new TextField();
    private final Checkbox withdrawn = new Checkbox();
    private final EmptyState empty;

    /** Downloads read it on threads of their own. */
    private volatile ResolutionFilter filter = ResolutionFilter.ALL;

    ResolutionsView(ResolutionService resolutions, GroupService groups) {
        this.resolutions = resolutions;
        CallbackDataProvider<ResolutionRow, ResolutionFilter> all =
                DataProvider.fromFilteringCallbacks(
                        query -> resolutions
                                .register(
                                        query.getFilter().orElse(ResolutionFilter.ALL),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                        query -> resolutions.count(query.getFilter().orElse(ResolutionFilter.ALL)));
        rows = all.withConfigurableFilter();

        setHeading(getTranslation("minutes.resolutions"));
        setActions(
                download(RegisterFormat.CSV, getTranslation("resolutions.export.csv")),
                download(RegisterFormat.XLSX, getTranslation("resolutions.export.xlsx")));
        group.setPlaceholder(getTranslation("meetings.filter.group"));
        group.setAriaLabel(getTranslation("meetings.filter.group"));
        group.setItems(groups.rows());
        group.setItemLabelGenerator(GroupRow::name);
        group.setClearButtonVisible(true);
        group.addValueChangeListener(change -> refresh());
        group.addClassName("filter");
        year.setAriaLabel(getTranslation("resolutions.filter.year"));
        year.setItems(resolutions.years());
        year.setItemLabelGenerator(
                value -> value == null ? getTranslation("resolutions.filter.year") : String.valueOf(value));
        year.setEmptySelectionAllowed(true);
        year.setEmptySelectionCaption(getTranslation("resolutions.filter.year"));
        year.addValueChangeListener(change -> refresh());
        text.setPlaceholder(getTranslation("resolutions.filter"));
        text.setAriaLabel(getTranslation("resolutions.filter"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> refresh());
        text.addClassName("filter");
        withdrawn.setLabel(getTranslation("resolutions.filter.withdrawn"));
        withdrawn.setValue(true);
        withdrawn.addValueChangeListener(change -> refresh());
        withdrawn.addClassName("filter-check");
        Div filters = new Div(group, year, text, withdrawn);
        filters.addClassName("filters");

        grid.addComponentColumn(this::number)
                .setHeader(getTranslation("minutes.resolution.number"))
                .setFlexGrow(1);
        grid.addComponentColumn(row -> wrapped(text(row)))
                .setHeader(getTranslation("minutes.text"))
                .setFlexGrow(6);
        grid.addComponentColumn(row -> MinutesNavigation.link(Words.day(row.heldOn(), getLocale()), row.meeting()))
                .setHeader(getTranslation("meetings.heldOn"))
                .setFlexGrow(2);
        grid.addComponentColumn(row -> wrapped(row.groupName()))
                .setHeader(getTranslation("groups.group"))
                .setFlexGrow(2);
        grid.setDataProvider(rows);
        grid.addClassName("tall-grid");
        empty = new EmptyState(getTranslation("resolutions.empty.title"), getTranslation("resolutions.empty.text"));
        add(filters, grid, empty);
        refresh();
    }

    private Component number(ResolutionRow row) {
        RouterLink link = MinutesNavigation.link(row.number() == null ? "–" : row.number(), row.meeting());
        if (!row.withdrawn()) {
            return link;
        }
        return new Div(link, Words.tag(VaadinIcon.BAN, getTranslation("resolutions.withdrawn")));
    }

    private static String text(ResolutionRow row) {
        String whole = Markdown.plainText(InternalPassages.internalText(row.text()));
        return whole.length() <= SHOWN_CHARACTERS ? whole : whole.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static Span wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        return span;
    }

    private Anchor download(RegisterFormat format, String label) {
        DownloadHandler handler = event -> {
            event.setFileName(format.fileName());
            event.setContentType(format.contentType());
            resolutions.export(filter, format, event.getOutputStream());
        };
        Anchor anchor = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        Button button = new Button(label, VaadinIcon.DOWNLOAD_ALT.create());
        button.setTabIndex(-1);
        anchor.add(button);
        return anchor;
    }

    private void refresh() {
        filter = new ResolutionFilter(
                Optional.ofNullable(group.getValue()).map(GroupRow::id),
                Optional.ofNullable(year.getValue()),
                text.getValue(),
                withdrawn.getValue());
        rows.setFilter(filter);
        boolean any = resolutions.count(filter) > 0;
        grid.setVisible(any);
        empty.setVisible(!any);
    }
}
