package cz.koplan.services.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.ScreenTest;
import cz.koplan.services.OrpOption;
import cz.koplan.services.ProviderOption;
import cz.koplan.services.ServiceFilter;
import cz.koplan.services.ServiceRow;
import cz.koplan.services.ServiceService;
import cz.koplan.shared.ui.EmptyState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServicesViewTest extends ScreenTest {

    @Test
    void coordinatorAddsAServiceOfTheOnlyOrganisation() {
        open(region.own.coordinator(), "services");
        click("Přidat službu");
        assertThat(((ProviderOption) box("Organizace").getValue()).name()).isEqualTo("Pramen");
        choose("Druh služby", "kluby", false);
        choose("Druh služby", "nizkoprahova zarizeni", true);
        assertThat(field("Název služby").getValue()).isEqualTo("Nízkoprahová zařízení pro děti a mládež");
        type("Název služby", "Klub Žížala");
        type("Identifikátor v registru poskytovatelů", "123");
        assertThat(field("Identifikátor v registru poskytovatelů").getHelperText())
                .contains("sedm číslic");
        chooseOrp("Frýdlant");
        click("Uložit");
        _assertNoDialogs();

        assertThat(rows()).extracting(ServiceRow::name).contains("Klub Žížala");
        assertThat(rows())
                .filteredOn(row -> row.name().equals("Klub Žížala"))
                .extracting(ServiceRow::organisationName, ServiceRow::orps)
                .containsExactly(tuple("Pramen", "Frýdlant"));
        type("Hledat podle názvu, zkratky nebo čísla", "nzdm");
        assertThat(Cells.rows()).isEqualTo(1);
    }

    @Test
    void takenNameIsSaidInTheDialogWhichKeepsWhatWasTyped() {
        open(region.own.coordinator(), "services");
        click("Přidat službu");
        type("Název služby", "PORADNA pramen");
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Organizace už službu „PORADNA pramen“ má.");
        assertThat(field("Název služby").getValue()).isEqualTo("PORADNA pramen");
    }

    @Test
    void organisationIsNeeded() {
        open(region.planner, "services");
        click("Přidat službu");
        type("Název služby", "Klub");
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Vyberte organizaci");
    }

    @Test
    void aServiceIsEditedAndEnded() {
        open(region.own.coordinator(), "services");
        Cells.edit(0);
        assertThat(field("Název služby").getValue()).isEqualTo("Poradna Pramen");
        type("Název služby", "Poradna u řeky");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Služba je poskytována")), false);
        click("Uložit");
        _assertNoDialogs();
        assertThat(rows())
                .extracting(ServiceRow::name, ServiceRow::active)
                .containsExactly(tuple("Poradna u řeky", false));
        assertThat(Cells.text(0, "Název služby")).contains("neposkytuje se");
    }

    @Test
    void whatFitsNothingSaysSo() {
        open(region.own.member(), "services");
        type("Hledat podle názvu, zkratky nebo čísla", "nic takového");
        assertThat(text(_get(EmptyState.class))).contains("Žádná taková služba tu není");
        assertThat(field("Hledat podle názvu, zkratky nebo čísla").isVisible()).isTrue();
    }

    @Test
    void whereThereIsNothingItSaysWhatItIsFor() {
        db.execute("delete from service");
        open(region.own.member(), "services");
        assertThat(text(_get(EmptyState.class))).contains("Zatím žádné služby");
        _assertNone(TextField.class);
    }

    @Test
    void memberReadsOnly() {
        open(region.own.member(), "services");
        assertThat(Cells.rows()).isEqualTo(1);
        _assertNone(Button.class, spec -> spec.withText("Přidat službu"));
        assertThat(Cells.headers()).doesNotContain("Akce");
        assertThat(Cells.card(0)).isEqualTo("Poradna PramenPramennávazná služba");
    }

    @Test
    void foreignCoordinatorEditsOnlyTheirOwn() {
        open(region.foreign.coordinator(), "services");
        assertThat(Cells.rows()).isEqualTo(1);
        assertThat(_find(Button.class, spec -> spec.withText("Přidat službu"))).hasSize(1);
        assertThat(Cells.at(0, "Akce")).isNotInstanceOf(Button.class);
    }

    private List<ServiceRow> rows() {
        return as(region.own.member(), () -> service(ServiceService.class).rows(ServiceFilter.ANY, 0, 50));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> box(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    /** Types into the field and takes the first offer, if there should be one. */
    private static void choose(String label, String typed, boolean offered) {
        ComboBox<Object> box = box(label);
        ComboBoxKt.setUserInput(box, typed);
        List<Object> offers = ComboBoxKt.getSuggestionItems(box);
        assertThat(offers.isEmpty()).isEqualTo(!offered);
        if (offered) {
            _setValue(box, offers.getFirst());
        }
    }

    @SuppressWarnings("unchecked")
    private void chooseOrp(String name) {
        MultiSelectComboBox<OrpOption> box = _get(MultiSelectComboBox.class);
        OrpOption orp = as(region.planner, () -> service(ServiceService.class).orps()).stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow();
        box.setValue(Set.of(orp));
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
