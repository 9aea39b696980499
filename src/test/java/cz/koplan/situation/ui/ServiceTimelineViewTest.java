package cz.koplan.situation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import cz.koplan.ScreenTest;
import cz.koplan.services.ServiceId;
import cz.koplan.situation.Reports;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTimelineViewTest extends ScreenTest {

    private Reports reports;
    private ServiceId service;

    @BeforeEach
    void settleReports() {
        reports = new Reports(db);
        service = reports.service(region.own.organisation(), "Linka Pramen");
        reports.about(region.own.update(), service);
        reports.signal(region.own.update(), Signal.CAPACITY_FULL);
        UpdateId elsewhere = reports.handedIn(
                region.foreign.group(),
                region.own.organisation(),
                "Řečeno jinde.",
                LocalDateTime.of(2025, 11, 3, 9, 0));
        reports.about(elsewhere, service);
    }

    private String address() {
        return "services/" + service.value() + "/timeline";
    }

    private static String screen() {
        return shown(_get(ServiceTimelineView.class));
    }

    @Test
    void whatWasSaidAboutItStandsByQuarterOverTheGroupsOneSeesInto() {
        open(region.planner, address());
        assertThat(heading()).isEqualTo("Linka Pramen");
        assertThat(screen())
                .contains("Časová osa služby", "Řečeno jinde.", "Mají volná místa.", "Plná kapacita", "mezi setkáními")
                .containsSubsequence("4. čtvrtletí 2025", "3. čtvrtletí 2025");

        open(region.own.member(), address());
        assertThat(screen()).contains("Mají volná místa.").doesNotContain("Řečeno jinde.");
        open(region.foreign.member(), address());
        assertThat(screen()).contains("Řečeno jinde.").doesNotContain("Mají volná místa.");
        open(region.admin, address());
        assertThat(screen()).contains("O službě zatím nic nezaznělo");
    }

    @Test
    void aServiceThatIsNotThereIsNotShown() {
        open(region.planner, "services/999999999/timeline");
        assertThat(heading()).isNotEqualTo("Linka Pramen");
    }

    /** Texts with those that were written as Markdown. */
    private static String shown(Component component) {
        return text(component)
                + _find(component, Html.class).stream().map(Html::getInnerHtml).collect(Collectors.joining());
    }
}
