package cz.koplan.minutes.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import cz.koplan.ScreenTest;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.updates.ProviderUpdate;
import cz.koplan.updates.UpdateData;
import cz.koplan.updates.UpdateService;
import org.junit.jupiter.api.Test;

class MeetingViewTest extends ScreenTest {

    private String address() {
        return "meetings/" + region.own.meeting().value();
    }

    private MinutesPage page() {
        return as(region.own.coordinator(), () -> service(MinutesService.class).page(region.own.meeting()));
    }

    @Test
    void coordinatorCorrectsWhatAnOrganisationSaid() {
        ProviderUpdate update = page().updates().getFirst();
        open(region.own.coordinator(), address());
        assertThat(heading()).isEqualTo(page().meeting().data().title());

        press("Upravit: " + update.label());
        _setValue(_get(TextArea.class), "Máme **tři** volná místa.");
        click("Uložit");

        _assertNoDialogs();
        assertThat(page().updates().getFirst().data().text()).isEqualTo("Máme **tři** volná místa.");
        assertThat(_get(MinutesSections.class).getElement().getOuterHTML()).contains("<strong>tři</strong>");
    }

    @Test
    void changeMadeMeanwhileIsNotOverwritten() {
        ProviderUpdate update = page().updates().getFirst();
        open(region.own.coordinator(), address());
        press("Upravit: " + update.label());
        as(
                region.own.coordinator(),
                () -> service(UpdateService.class)
                        .update(
                                region.own.meeting(),
                                update.id(),
                                update.version(),
                                new UpdateData(
                                        update.data().organisation(),
                                        update.data().sourceLabel(),
                                        "Řekl někdo jiný.")));

        _setValue(_get(TextArea.class), "Můj text.");
        click("Uložit");

        assertThat(text(_get(Dialog.class))).contains("Mezitím to změnil někdo jiný");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Můj text.");
        assertThat(page().updates().getFirst().data().text()).isEqualTo("Řekl někdo jiný.");
    }

    @Test
    void memberReadsWithoutButtonsToChange() {
        open(region.own.member(), address());
        assertThat(iconLabels()).noneMatch(label -> label.startsWith("Upravit"));
        _assertNone(Button.class, spec -> spec.withText("Přidat bod"));
        _get(Button.class, spec -> spec.withText("PDF interní"));
    }

    @Test
    void strangersSeeNothingOfIt() {
        open(region.foreign.member(), address());
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
        open(region.admin, address());
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void markupInAnUpdateIsShownAsTyped() {
        ProviderUpdate update = page().updates().getFirst();
        as(
                region.own.coordinator(),
                () -> service(UpdateService.class)
                        .update(
                                region.own.meeting(),
                                update.id(),
                                update.version(),
                                new UpdateData(
                                        update.data().organisation(),
                                        update.data().sourceLabel(),
                                        "<img src=x onerror=alert(1)> [klik](javascript:alert(2)) {{tajné}}")));
        open(region.own.coordinator(), address());
        String html = _get(MinutesSections.class).getElement().getOuterHTML();
        assertThat(html).contains("&lt;img").doesNotContain("<img", "href=\"javascript");
        assertThat(text(_get(MinutesSections.class))).contains("obsahuje interní pasáž");
    }
}
