package cz.koplan.minutes.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.ScreenTest;
import cz.koplan.groups.GroupRow;
import cz.koplan.groups.GroupService;
import cz.koplan.minutes.ResolutionId;
import cz.koplan.minutes.ResolutionService;
import cz.koplan.shared.ui.EmptyState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResolutionsViewTest extends ScreenTest {

    private ResolutionId record(String text) {
        return as(
                region.own.coordinator(),
                () -> service(ResolutionService.class).record(region.own.meeting(), null, text));
    }

    private static int size() {
        return GridKt._size(_get(Grid.class));
    }

    @Test
    void theRegisterIsFilteredByGroupYearAndText() {
        ResolutionId withdrawn = record("Šachový kroužek se podpoří.");
        as(region.own.coordinator(), () -> service(ResolutionService.class).withdraw(region.own.meeting(), withdrawn));
        open(region.planner, "resolutions");

        assertThat(heading()).isEqualTo("Usnesení");
        assertThat(size()).isEqualTo(3);
        GroupRow group = as(region.planner, () -> service(GroupService.class).rows()).stream()
                .filter(row -> row.id().equals(region.own.group()))
                .findFirst()
                .orElseThrow();
        choose(group);
        assertThat(size()).isEqualTo(2);
        _setValue(_get(Checkbox.class), false);
        assertThat(size()).isEqualTo(1);
        _setValue(_get(Checkbox.class), true);
        _setValue(_get(TextField.class), "sachovy");
        assertThat(size()).isEqualTo(1);
        _setValue(_get(TextField.class), "nic takového");
        assertThat(text(_get(EmptyState.class))).contains("Žádná usnesení tu nejsou");
    }

    @SuppressWarnings("unchecked")
    private static void choose(GroupRow group) {
        _setValue((ComboBox<GroupRow>) _get(ComboBox.class), group);
    }

    @Test
    @SuppressWarnings("unchecked")
    void yearsAreThoseThatHaveResolutions() {
        open(region.own.member(), "resolutions");

        Select<Integer> years = _get(Select.class);
        assertThat(years.getListDataView().getItems()).containsExactly(2025);
    }

    @Test
    void theDownloadHoldsWhatTheFilterLeaves() {
        record("Šachový kroužek se podpoří.");
        open(region.own.member(), "resolutions");
        _setValue(_get(TextField.class), "sachovy");

        Anchor csv = _find(Anchor.class).stream()
                .filter(anchor -> text(anchor).contains("Stáhnout CSV"))
                .findFirst()
                .orElseThrow();
        String content = new String(DownloadKt._download(csv), StandardCharsets.UTF_8);
        assertThat(content.lines()).hasSize(2);
        assertThat(content).contains("2/2025;2025-09-15;Senioři;Setkání: Senioři;Šachový kroužek se podpoří.");
    }
}
