package cz.koplan.situation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.ScreenTest;
import cz.koplan.meetings.BacklogService;
import cz.koplan.shared.refs.RefKind;
import cz.koplan.situation.Reports;
import cz.koplan.updates.Signal;
import cz.koplan.updates.UpdateId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationPageViewTest extends ScreenTest {

    private Reports reports;

    @BeforeEach
    void settleReports() {
        reports = new Reports(db);
    }

    private String address() {
        return "organisations/" + region.own.organisation().value() + "/page";
    }

    private static String page() {
        return shown(_get(OrganisationPageView.class));
    }

    @Test
    void aMemberComesFromHomeAndReadsWhatBecameOfItsUpdate() {
        reports.signal(region.own.update(), Signal.FREE_PLACES);
        reports.became(region.own.update(), RefKind.TASK, region.own.task().value());
        open(region.own.member(), "");
        assertThat(text(_get(Main.class))).contains("Moje organizace", "Pramen");
        _get(RouterLink.class, spec -> spec.withText("Pramen"));

        open(region.own.member(), address());

        assertThat(heading()).isEqualTo("Pramen");
        assertThat(page())
                .contains(
                        "3. čtvrtletí 2025",
                        "15. září 2025",
                        "Setkání: Senioři",
                        "ze zápisu",
                        "Volná místa",
                        "Co z toho vzniklo",
                        "Úkol: Rozeslat dotazník.",
                        "Otevřené úkoly",
                        "Poradna Pramen",
                        "Žádné setkání není naplánované.",
                        "Žádné téma navrženo nebylo.");
    }

    @Test
    void whetherItStillHoldsIsAnsweredByOnePressAndANoIsTakenBack() {
        UpdateId update = reports.handedIn(
                region.own.group(),
                region.own.organisation(),
                "Máme tři místa.",
                LocalDateTime.now().minusDays(200));
        open(region.own.member(), "");
        assertThat(text(_get(Main.class))).contains("1 zpráva čeká na potvrzení, že platí");
        open(region.own.member(), address());
        assertThat(shown(_get(StillValidPanel.class))).contains("Platí to ještě?", "Máme tři místa.");

        click("Už ne");
        assertThat(shown(_get(StillValidPanel.class))).contains("Zapsáno, zpráva už neplatí.");
        assertThat(page()).contains("neplatí od ");
        click("Vzít zpět");
        assertThat(reports.row(update).getEndedAt()).isNull();
        click("Ano");
        assertThat(shown(_get(StillValidPanel.class))).contains("Děkujeme, zpráva dál platí.");
        assertThat(page()).contains("platí, potvrzeno ");

        open(region.own.member(), address());
        _assertNone(StillValidPanel.class);
    }

    @Test
    void theAuthorReadsWhyAProposalIsHidden() {
        var backlog = service(BacklogService.class);
        var topic = as(region.own.member(), () -> backlog.propose(region.own.group(), "Dluhy"));
        as(region.own.coordinator(), () -> backlog.hide(region.own.group(), topic, 1, "Řeší to jiná skupina."));

        open(region.own.member(), address());
        assertThat(page()).contains("Dluhy", "skryto: Řeší to jiná skupina. (Klára Tichá, ");
    }

    @Test
    void longHistoriesComePageByPage() {
        for (int i = 1; i <= 45; i++) {
            reports.handedIn(
                    region.own.group(),
                    region.own.organisation(),
                    "Zpráva " + i,
                    LocalDateTime.of(2025, 10, 1, 9, 0).plusDays(i));
        }
        open(region.own.member(), address());
        assertThat(page()).contains("Zobrazeno 20 z 46", "Zpráva 45").doesNotContain("Zpráva 25");
        click("Zobrazit další");
        assertThat(page()).contains("Zobrazeno 40 z 46", "Zpráva 25");
        click("Zobrazit další");
        assertThat(page()).contains("Zobrazeno 46 z 46", "Zpráva 1", "Mají volná místa.");
        assertThat(_find(Button.class, spec -> spec.withText("Zobrazit další"))).isEmpty();
    }

    @Test
    void strangersDoNotReadItAndNewcomersHaveAnEmptyPage() {
        for (var stranger : List.of(region.foreign.member(), region.foreign.coordinator(), region.admin)) {
            open(stranger, address());
            assertThat(heading()).isEqualTo("Sem nemáte přístup");
        }
        open(region.planner, "organisations/999999999999999999/page");
        assertThat(heading()).isNotEqualTo("Pramen");
        open(region.planner, "organisations/" + region.newcomer.value() + "/page");
        assertThat(page()).contains("Nový začátek", "Zatím nic nezaznělo", "Žádný úkol nečeká.");
    }

    @Test
    void itSpeaksEnglish() {
        open(region.own.member(), "");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate(address());
        assertThat(page()).contains("What was said", "quarter 3 of 2025", "15 September 2025", "from the minutes");
    }

    /** Texts with those that were written as Markdown. */
    private static String shown(Component component) {
        return text(component)
                + _find(component, Html.class).stream().map(Html::getInnerHtml).collect(Collectors.joining());
    }
}
