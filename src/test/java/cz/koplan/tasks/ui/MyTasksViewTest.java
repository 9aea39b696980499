package cz.koplan.tasks.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import cz.koplan.Region;
import cz.koplan.ScreenTest;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskDue;
import cz.koplan.tasks.TaskScope;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MyTasksViewTest extends ScreenTest {

    private void give(String text, LocalDate due) {
        Region.Circle own = region.own;
        as(
                own.coordinator(),
                () -> service(TaskService.class)
                        .add(own.meeting(), new TaskData(text, null, null, own.organisation(), due, TaskState.OPEN)));
    }

    @SuppressWarnings("unchecked")
    private static <T> Select<T> select(String label) {
        return _get(
                Select.class,
                spec -> spec.withPredicate(select -> ((Select<?>) select)
                        .getAriaLabel()
                        .filter(label::equals)
                        .isPresent()));
    }

    /** Returns the cells of a row as one reads them. */
    private static String row(int index) {
        return cells(index).stream()
                .map(cell -> cell instanceof Component component ? text(component) : String.valueOf(cell))
                .collect(Collectors.joining(" | "));
    }

    /** The cells of the table, without the card that stands for them on a phone. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Object> cells(int index) {
        Grid<Object> grid = _get(Grid.class);
        Object item = GridKt._get(grid, index);
        List<?> formatted = GridKt._getFormattedRow(grid, index);
        List<Object> cells = new ArrayList<>();
        List<Grid.Column<Object>> columns = grid.getColumns();
        for (int i = 1; i < columns.size(); i++) {
            cells.add(
                    columns.get(i).getRenderer() instanceof ComponentRenderer renderer
                            ? renderer.createComponent(item)
                            : formatted.get(i - 1));
        }
        return cells;
    }

    private static void openFirst() {
        ((Button) cells(0).getFirst()).click();
    }

    private static String dialog() {
        TaskDialog dialog = _get(TaskDialog.class);
        return _get(dialog, Html.class).getInnerHtml() + text(dialog);
    }

    @Test
    void memberSeesTheTasksOfTheOrganisationTheEarliestFirst() {
        give("Později.", LocalDate.now().plusDays(20));
        give("Včera mělo být.", LocalDate.now().minusDays(1));
        open(region.own.member(), "tasks");

        assertThat(heading()).isEqualTo("Úkoly");
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(3);
        assertThat(row(0)).contains("Včera mělo být.", "po termínu", "Pramen", "Senioři", "trvá");
        assertThat(row(1)).contains("Později.").doesNotContain("po termínu");
        assertThat(_find(Select.class)).hasSize(2);
    }

    @Test
    void theOwnerSaysItIsDoneAndMayDoNothingElse() {
        open(region.own.member(), "tasks");
        openFirst();

        assertThat(dialog())
                .contains("Rozeslat dotazník.", "Setkání: Senioři", "15. září 2025", "zapsal(a) Klára Tichá");
        _assertNone(Button.class, spec -> spec.withText("Zrušit s důvodem"));
        _assertNone(Button.class, spec -> spec.withText("Odložit"));
        click("Splněno");
        _setValue(_get(TextArea.class), "Rozesláno všem.");
        click("Uložit");

        assertThat(dialog()).contains("splněn", "Rozesláno všem.", "mezi setkáními", "Marek Dvořák");
        click("Zavřít");
        assertThat(text(_get(EmptyState.class))).contains("Žádné takové úkoly tu nejsou");
    }

    @Test
    void coordinatorCancelsWithAReasonAndOpensAgain() {
        open(region.own.coordinator(), "tasks");
        _get(EmptyState.class);
        choose("Čí úkoly", TaskScope.GROUPS);
        openFirst();

        click("Zrušit s důvodem");
        click("Uložit");
        assertThat(text(_get(TextArea.class)
                        .getParent()
                        .orElseThrow()
                        .getParent()
                        .orElseThrow()))
                .contains("Napište, proč se úkol ruší.");
        _setValue(_get(TextArea.class), "Nikdo ho nečte.");
        click("Uložit");
        assertThat(dialog()).contains("zrušen", "Důvod: Nikdo ho nečte.");

        click("Znovu otevřít");
        click("Uložit");
        assertThat(dialog()).doesNotContain("Důvod: Nikdo ho nečte.");

        click("Odložit");
        _setValue(_get(DatePicker.class), LocalDate.of(2030, 1, 31));
        click("Uložit");
        assertThat(dialog()).contains("termín 31. ledna 2030");
    }

    @Test
    void filtersNarrowTheList() {
        give("Brzy.", LocalDate.now().plusDays(3));
        give("Dávno.", LocalDate.now().minusDays(3));
        open(region.own.coordinator(), "tasks");
        choose("Čí úkoly", TaskScope.GROUPS);
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(3);

        choose("Výběr podle termínu", TaskDue.OVERDUE);
        assertThat(row(0)).contains("Dávno.");
        choose("Výběr podle termínu", TaskDue.SOON);
        assertThat(row(0)).contains("Brzy.");
        choose("Výběr podle termínu", TaskDue.ANY);
        choose("Stav", null);
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(4);
        _setValue(_get(TextField.class), "davno");
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(1);
    }

    private static <T> void choose(String label, T value) {
        Select<T> select = select(label);
        _setValue(select, value);
    }
}
