package cz.koplan.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.ValueProvider;
import cz.koplan.services.CodeData;
import cz.koplan.services.CodeLine;
import cz.koplan.services.CodeListService;
import cz.koplan.services.FixedLists;
import cz.koplan.services.KindRow;
import cz.koplan.services.OrpRow;
import cz.koplan.services.PlanningGroupRow;
import cz.koplan.services.TargetGroupRow;
import cz.koplan.services.Validity;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One section per code list, made anew each time it is shown. */
final class CodeListSections {

    private final CodeListService lists;
    private final boolean mayKeep;

    /** Gives texts in the language of the person looking. */
    private final Div here = new Div();

    private CardGrid<KindRow> kinds = new CardGrid<>(this::card);
    private CardGrid<TargetGroupRow> targetGroups = new CardGrid<>(this::card);
    private CardGrid<PlanningGroupRow> planningGroups = new CardGrid<>(this::card);
    private CardGrid<OrpRow> orps = new CardGrid<>(this::card);

    CodeListSections(CodeListService lists, boolean mayKeep) {
        this.lists = lists;
        this.mayKeep = mayKeep;
    }

    Component kinds() {
        kinds = new CardGrid<>(this::card);
        column(kinds, "codeLists.section", KindRow::section, 1);
        name(kinds, KindRow::data, KindRow::note);
        column(kinds, "codeLists.category", row -> Words.of(here, row.category()), 1);
        wrapped(kinds, "codeLists.forms", this::forms, 2);
        column(kinds, "codeLists.aliases", row -> String.join(", ", row.aliases()), 1);
        column(kinds, "codeLists.validity", row -> words(row.data().validity()), 1);
        editing(kinds, row -> row.data().name(), this::edit);
        kinds.setAllRowsVisible(true);
        kinds.setItems(lists.kinds());
        return kinds;
    }

    private String forms(KindRow row) {
        return row.forms().stream()
                .map(form ->
                        form.optional() ? here.getTranslation("codeLists.forms.optional", form.name()) : form.name())
                .collect(Collectors.joining(", "));
    }

    private Component card(KindRow row) {
        return CardGrid.lines(
                head(row.data(), () -> edit(row)),
                row.section(),
                Words.of(here, row.category()),
                forms(row),
                String.join(", ", row.aliases()),
                row.note(),
                words(row.data().validity()));
    }

    private void edit(KindRow row) {
        CodeForm form = new CodeForm(here.getTranslation("codeLists.kind"), row.data());
        open(form, row.data(), data -> {
            lists.updateKind(row.id(), row.version(), data);
            kinds.setItems(lists.kinds());
        });
    }

    Component targetGroups() {
        targetGroups = new CardGrid<>(this::card);
        name(targetGroups, TargetGroupRow::data, row -> null);
        column(
                targetGroups,
                "codeLists.registerNumber",
                row -> row.registerNumber() == null ? "" : row.registerNumber().toString(),
                1);
        column(targetGroups, "codeLists.validity", row -> words(row.data().validity()), 1);
        editing(targetGroups, row -> row.data().name(), this::edit);
        targetGroups.setAllRowsVisible(true);
        targetGroups.setItems(lists.targetGroups());
        return targetGroups;
    }

    private Component card(TargetGroupRow row) {
        return CardGrid.lines(
                head(row.data(), () -> edit(row)), words(row.data().validity()));
    }

    private void edit(TargetGroupRow row) {
        CodeForm form = new CodeForm(here.getTranslation("codeLists.targetGroup"), row.data());
        open(form, row.data(), data -> {
            lists.updateTargetGroup(row.id(), row.version(), data);
            targetGroups.setItems(lists.targetGroups());
        });
    }

    Component planningGroups() {
        planningGroups = new CardGrid<>(this::card);
        column(planningGroups, "codeLists.region", PlanningGroupRow::region, 1);
        planningGroups
                .addComponentColumn(row -> marked(row.position() + ". " + row.name(), row.verified(), null))
                .setHeader(here.getTranslation("codeLists.planningGroup"))
                .setFlexGrow(3);
        wrapped(planningGroups, "codeLists.targetGroups", this::targets, 4);
        editing(planningGroups, PlanningGroupRow::name, this::edit);
        planningGroups.setAllRowsVisible(true);
        planningGroups.setItems(lists.planningGroups());
        return planningGroups;
    }

    private String targets(PlanningGroupRow row) {
        return row.targetGroups().isEmpty()
                ? here.getTranslation("codeLists.targetGroups.none")
                : row.targetGroups().stream().map(TargetGroupRow.Option::name).collect(Collectors.joining(", "));
    }

    private Component card(PlanningGroupRow row) {
        Div first = marked(row.position() + ". " + row.name(), row.verified(), null);
        if (mayKeep) {
            first.add(editButton(row.name(), () -> edit(row)));
        }
        return CardGrid.lines(first, row.region(), targets(row));
    }

    private void edit(PlanningGroupRow row) {
        MultiSelectComboBox<TargetGroupRow.Option> targets =
                new MultiSelectComboBox<>(here.getTranslation("codeLists.targetGroups"));
        List<TargetGroupRow.Option> all = lists.targetGroups().stream()
                .map(group -> new TargetGroupRow.Option(group.id(), group.data().name()))
                .toList();
        Choices.fill(targets, all, TargetGroupRow.Option::name);
        targets.setValue(row.targetGroups());
        new FormDialog(
                        row.name(),
                        () -> {
                            lists.assign(
                                    row.id(),
                                    row.version(),
                                    targets.getValue().stream()
                                            .map(TargetGroupRow.Option::id)
                                            .collect(Collectors.toSet()));
                            planningGroups.setItems(lists.planningGroups());
                        },
                        targets)
                .open();
    }

    Component orps() {
        orps = new CardGrid<>(this::card);
        column(orps, "codeLists.code", OrpRow::code, 1);
        name(orps, OrpRow::data, row -> null);
        column(orps, "codeLists.region", OrpRow::region, 2);
        column(orps, "codeLists.validity", row -> words(row.data().validity()), 1);
        editing(orps, row -> row.data().name(), this::edit);
        orps.addClassName("tall-grid");
        refreshOrps();
        return orps;
    }

    void refreshOrps() {
        orps.setItems(lists.orps());
    }

    private Component card(OrpRow row) {
        return CardGrid.lines(
                head(row.data(), () -> edit(row)),
                row.code(),
                row.region(),
                words(row.data().validity()));
    }

    private void edit(OrpRow row) {
        CodeForm form = new CodeForm(here.getTranslation("codeLists.orp"), row.data());
        open(form, row.data(), data -> {
            lists.updateOrp(row.id(), row.version(), data);
            refreshOrps();
        });
    }

    /** The lists that only come with the application. */
    Component fixed() {
        FixedLists fixed = lists.fixedLists();
        Div box = new Div();
        box.addClassName("stack");
        add(box, "codeLists.forms", fixed.forms());
        add(box, "codeLists.capacityUnits", fixed.capacityUnits());
        add(box, "codeLists.ageBands", fixed.ageBands());
        add(box, "codeLists.regions", fixed.regions());
        return box;
    }

    private void add(Div box, String heading, List<CodeLine> lines) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        lines.forEach(line -> list.add(new ListItem(marked(line.name(), line.verified(), null))));
        box.add(new H2(here.getTranslation(heading)), list);
    }

    private <T> void column(Grid<T> grid, String header, ValueProvider<T, @Nullable String> value, int grow) {
        grid.addColumn(value).setHeader(here.getTranslation(header)).setFlexGrow(grow);
    }

    private <T> void wrapped(Grid<T> grid, String header, ValueProvider<T, String> value, int grow) {
        grid.addComponentColumn(row -> {
                    Div cell = new Div(value.apply(row));
                    cell.addClassName("wrap");
                    return cell;
                })
                .setHeader(here.getTranslation(header))
                .setFlexGrow(grow);
    }

    private <T> void name(Grid<T> grid, ValueProvider<T, CodeData> data, ValueProvider<T, @Nullable String> note) {
        grid.addComponentColumn(
                        row -> marked(data.apply(row).name(), data.apply(row).verified(), note.apply(row)))
                .setHeader(here.getTranslation("codeLists.name"))
                .setFlexGrow(4);
    }

    private <T> void editing(Grid<T> grid, ValueProvider<T, String> name, Consumer<T> edit) {
        if (mayKeep) {
            grid.addComponentColumn(row -> editButton(name.apply(row), () -> edit.accept(row)))
                    .setHeader(here.getTranslation("action.column"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
    }

    private Component editButton(String name, Runnable edit) {
        return Words.iconButton(VaadinIcon.PENCIL, here.getTranslation("action.edit.of", name), edit);
    }

    private Div head(CodeData data, Runnable edit) {
        Div first = marked(data.name(), data.verified(), null);
        if (mayKeep) {
            first.add(editButton(data.name(), edit));
        }
        return first;
    }

    private Div marked(String name, boolean verified, @Nullable String note) {
        Div cell = new Div(name);
        cell.addClassName("wrap");
        if (!verified) {
            cell.add(Words.tag(VaadinIcon.QUESTION_CIRCLE_O, here.getTranslation("codeLists.toVerify")));
        }
        if (note != null) {
            Span remark = new Span(note);
            remark.addClassNames("secondary", "code-note");
            cell.add(remark);
        }
        return cell;
    }

    private String words(Validity validity) {
        if (validity.from() == null) {
            return validity.to() == null ? "" : here.getTranslation("codeLists.validity.until", words(validity.to()));
        }
        return validity.to() == null
                ? here.getTranslation("codeLists.validity.since", words(validity.from()))
                : here.getTranslation("codeLists.validity.between", words(validity.from()), words(validity.to()));
    }

    private static String words(LocalDate day) {
        return Words.day(day, UI.getCurrent().getLocale());
    }

    private static void open(CodeForm form, CodeData data, Consumer<CodeData> save) {
        new FormDialog(data.name(), () -> save.accept(form.data()), form.fields()).open();
    }
}
