package cz.koplan.organisations.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.ScreenTest;
import cz.koplan.organisations.OrganisationService;
import org.junit.jupiter.api.Test;

class OrganisationsViewTest extends ScreenTest {

    @Test
    void takenNameIsSaidInTheDialogWhichKeepsWhatWasTyped() {
        open(region.planner, "organisations");
        click("Přidat organizaci");
        type("Název organizace", "nový ZAČÁTEK");
        type("IČO", "27085031");
        click("Uložit");

        assertThat(text(_get(Dialog.class))).contains("Organizace „nový ZAČÁTEK“ už existuje");
        assertThat(field("IČO").getValue()).isEqualTo("27085031");

        type("Název organizace", "Úplně nový začátek");
        click("Uložit");
        _assertNoDialogs();
        type("Hledat podle názvu, zkratky nebo IČO", "uplne novy");
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(1);
    }

    @Test
    void wrongCheckDigitWarnsAndIsAccepted() {
        open(region.planner, "organisations");
        click("Přidat organizaci");
        type("IČO", "12345678");
        assertThat(field("IČO").getHelperText()).contains("Kontrolní číslice nesedí");
        type("Název organizace", "Klub Na Konci");
        click("Uložit");
        _assertNoDialogs();
        assertThat(as(region.planner, () -> service(OrganisationService.class).count("12345678")))
                .isEqualTo(1);
    }

    @Test
    void malformedNumberSaysWhatToDo() {
        open(region.planner, "organisations");
        click("Přidat organizaci");
        type("Název organizace", "Klub Na Konci");
        type("IČO", "1234");
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("IČO má osm číslic");
    }

    @Test
    void memberReadsOnly() {
        open(region.own.member(), "organisations");
        _assertNone(Button.class, spec -> spec.withText("Přidat organizaci"));
        assertThat(iconLabels()).noneMatch(label -> label.startsWith("Upravit"));
    }

    private static TextField field(String label) {
        return _get(
                TextField.class,
                spec -> spec.withPredicate(field -> label.equals(field.getLabel())
                        || field.getAriaLabel().filter(label::equals).isPresent()));
    }

    private static void type(String label, String value) {
        _setValue(field(label), value);
    }
}
