package cz.koplan.situation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.ScreenTest;
import cz.koplan.services.OrpId;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.situation.Reports;
import cz.koplan.updates.Signal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BarometerViewTest extends ScreenTest {

    private static final String PERIOD = "from=2025-1&to=2025-4";

    private Reports reports;

    @BeforeEach
    void settleReports() {
        reports = new Reports(db);
        OrpId hora = reports.orp("Hora");
        reports.signal(region.own.update(), Signal.CAPACITY_FULL, Signal.STAFFING);
        reports.in(region.own.update(), hora, reports.orp("Dol"));
        reports.signal(region.foreign.update(), Signal.CAPACITY_FULL);
    }

    private void openAt(Actor who, String address, String query) {
        open(who, "");
        UI.getCurrent().navigate(address, QueryParameters.fromString(query));
    }

    private static String screen() {
        return text(_get(BarometerView.class));
    }

    private static List<String> numbers() {
        return _find(_get(BarometerTable.class), RouterLink.class).stream()
                .map(link -> link.getElement().getAttribute("aria-label"))
                .toList();
    }

    @Test
    void everyNumberSaysWhatItIsAndOpensItsUpdates() {
        openAt(region.planner, "barometer", PERIOD);

        assertThat(heading()).isEqualTo("Barometr sítě");
        assertThat(numbers())
                .containsExactly(
                        "2 signály, Dol, 3. čtvrtletí 2025",
                        "2 signály, Hora, 3. čtvrtletí 2025",
                        "1 signál, bez místa, 3. čtvrtletí 2025",
                        "3 signály, Celá síť, 3. čtvrtletí 2025");
        assertThat(_find(_get(BarometerTable.class), NativeTableHeaderCell.class).stream()
                        .map(cell -> cell.getElement().getAttribute("scope")))
                .containsOnly("col", "row");
        assertThat(screen()).contains("Zpráva se počítá jednou za každý signál");

        follow(_find(_get(BarometerTable.class), RouterLink.class).getFirst());
        assertThat(heading()).isEqualTo("2 signály v 1 zprávě");
        assertThat(text(_get(BarometerUpdatesView.class)))
                .contains("Dol · 3. čtvrtletí 2025 · Všechny signály", "Pramen", "Plná kapacita")
                .doesNotContain("Lípa");
        follow(_get(RouterLink.class, spec -> spec.withText("Zpět na barometr")));
        assertThat(numbers()).hasSize(4);
    }

    private static void follow(RouterLink link) {
        UI.getCurrent()
                .navigate(
                        link.getHref().split("\\?")[0],
                        QueryParameters.fromString(
                                link.getHref().contains("?") ? link.getHref().split("\\?", 2)[1] : ""));
    }

    @Test
    void picturesShowASignalEachAndSayWhatTheyShow() {
        openAt(region.planner, "barometer", PERIOD);
        List<String> pictures = _find(_get(BarometerPictures.class), Div.class).stream()
                .map(box -> box.getElement().getProperty("innerHTML", ""))
                .filter(svg -> svg.startsWith("<svg"))
                .toList();

        assertThat(pictures).hasSize(2);
        assertThat(pictures.getFirst())
                .contains("role=\"img\"", "aria-label=\"Plná kapacita: 2 signály za období, nejvíc ")
                .contains(">Hora</text>", ">bez místa</text>", "class=\"picture-column\"");
        assertThat(text(_get(BarometerPictures.class))).contains("Personální obtíže", "nejvyšší sloupec: 1");
    }

    @Test
    void filtersGoIntoTheAddress() {
        openAt(
                region.planner,
                "barometer",
                PERIOD + "&signal=STAFFING&group=" + region.own.group().value());
        assertThat(numbers())
                .containsExactly(
                        "1 signál, Dol, 3. čtvrtletí 2025",
                        "1 signál, Hora, 3. čtvrtletí 2025",
                        "1 signál, Celá síť, 3. čtvrtletí 2025");
        assertThat(select("Signál").getValue()).isEqualTo(Signal.STAFFING);
        assertThat(select("Skupina").getValue()).isNotNull();

        openAt(region.planner, "barometer", "from=2020-1&to=2020-4");
        _assertNone(BarometerTable.class);
        assertThat(text(_get(EmptyState.class))).contains("V tomto období nic nezaznělo");
    }

    @SuppressWarnings("unchecked")
    private static Select<Object> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    @Test
    void aSenselessAddressShowsTheUsualPeriod() {
        openAt(region.planner, "barometer", "from=2025-4&to=2025-1&signal=NIC&group=x&locality=y");
        assertThat(heading()).isEqualTo("Barometr sítě");
        openAt(region.planner, "barometer/updates", "from=9999-1&quarter=x&locality=999999999999");
        assertThat(heading()).isNotEmpty().isNotEqualTo("Barometr sítě");
    }

    @Test
    void membersSeeTheirGroupsAndAdministratorsNothing() {
        openAt(region.own.member(), "barometer", PERIOD);
        assertThat(numbers())
                .containsExactly(
                        "2 signály, Dol, 3. čtvrtletí 2025",
                        "2 signály, Hora, 3. čtvrtletí 2025",
                        "2 signály, Celá síť, 3. čtvrtletí 2025");
        openAt(region.admin, "barometer", PERIOD);
        _assertNone(BarometerTable.class);
    }

    @Test
    void itSpeaksEnglish() {
        open(region.planner, "");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate("barometer", QueryParameters.fromString(PERIOD));
        assertThat(screen()).contains("Network barometer", "Whole network", "Capacity full", "tallest column: 1");
        assertThat(numbers()).contains("3 signals, Whole network, quarter 3 of 2025");
    }
}
