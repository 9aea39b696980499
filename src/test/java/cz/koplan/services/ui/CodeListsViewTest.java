package cz.koplan.services.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.RouterLink;
import cz.koplan.ScreenTest;
import cz.koplan.services.CodeListService;
import cz.koplan.services.PlanningGroupRow;
import cz.koplan.services.TargetGroupRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeListsViewTest extends ScreenTest {

    @Test
    void memberReadsEveryListWithItsMarks() {
        open(region.own.member(), "code-lists");
        assertThat(heading()).isEqualTo("Číselníky");
        assertThat(Cells.rows()).isEqualTo(34);
        assertThat(Cells.text(1, "Název")).isEqualTo("osobní asistence");
        assertThat(Cells.text(2, "Název")).contains("pečovatelská služba", "k ověření");
        assertThat(Cells.text(33, "Název")).contains("Paragraf, kategorie");
        assertThat(Cells.headers()).contains("Název").doesNotContain("Akce");
        assertThat(Cells.card(24))
                .contains("nízkoprahová zařízení", "k ověření", "§ 62", "ambulantní, popřípadě terénní", "NZDM");
        open(region.own.member(), "code-lists/target-groups");
        assertThat(Cells.headers()).doesNotContain("Akce");
        assertThat(Cells.rows()).isEqualTo(29);
        open(region.own.member(), "code-lists/planning-groups");
        assertThat(Cells.text(0, "Plánovací skupina")).isEqualTo("1. senioři");
        assertThat(Cells.text(0, "Cílové skupiny")).isEqualTo("zatím nepřiřazeny");
        open(region.own.member(), "code-lists/orp");
        assertThat(Cells.rows()).isEqualTo(10);
        open(region.own.member(), "code-lists/others");
        assertThat(text(_get(CodeListsView.class)))
                .contains("pobytová", "úvazky přímé péče", "mladí dospělí", "Moravskoslezský kraj");
        _assertNone(Button.class, spec -> spec.withText("Importovat ORP"));
    }

    @Test
    void plannerVerifiesAKind() {
        open(region.planner, "code-lists");
        Cells.edit(25);
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Ověřeno podle úředního seznamu")), true);
        _setValue(_get(DatePicker.class, spec -> spec.withLabel("Platí od")), LocalDate.of(2025, 1, 1));
        _setValue(_get(DatePicker.class, spec -> spec.withLabel("Platí do")), LocalDate.of(2024, 1, 1));
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Konec platnosti je před jejím začátkem.");
        _setValue(_get(DatePicker.class, spec -> spec.withLabel("Platí do")), null);
        click("Uložit");
        _assertNoDialogs();
        assertThat(Cells.text(25, "Název")).doesNotContain("k ověření");
        assertThat(GridKt._getFormattedRow(Cells.grid(), 25)).contains("od 1. ledna 2025");
    }

    @Test
    void emptyNameIsRefused() {
        open(region.admin, "code-lists");
        open(region.admin, "code-lists/target-groups");
        Cells.edit(24);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Cílová skupina")), " ");
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Vyplňte povinné pole.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void plannerTellsWhomAPlanningGroupIsFor() {
        open(region.planner, "code-lists");
        open(region.planner, "code-lists/planning-groups");
        Cells.edit(0);
        TargetGroupRow seniors = as(
                        region.planner, () -> service(CodeListService.class).targetGroups())
                .stream()
                .filter(row -> row.data().name().equals("senioři"))
                .findFirst()
                .orElseThrow();
        _get(MultiSelectComboBox.class).setValue(Set.of(new TargetGroupRow.Option(seniors.id(), "senioři")));
        click("Uložit");
        _assertNoDialogs();
        assertThat(Cells.text(0, "Cílové skupiny")).isEqualTo("senioři");
        assertThat(as(region.planner, () -> service(CodeListService.class).planningGroups()))
                .first()
                .extracting(PlanningGroupRow::targetGroups)
                .asList()
                .hasSize(1);
    }

    private static void upload(String name, String content) {
        UploadKt._upload(_get(Upload.class), name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void districtsAreImportedAfterAPreview() {
        open(region.planner, "code-lists");
        click("Importovat ORP");
        assertThat(confirm().isEnabled()).isFalse();
        upload("orp.csv", "kód;název\n2101;Benešov\n5102;Frýdlant v Čechách\n5105;Liberec\n");
        assertThat(text(_get(Dialog.class)))
                .contains("Přibude: 1, změní se: 1, beze změny: 1.")
                .contains("2101 Benešov", "nová", "5102 Frýdlant v Čechách", "dosud: Frýdlant")
                .doesNotContain("5105");
        confirm().click();
        _assertNoDialogs();
        assertThat(current()).isEqualTo("ORP");
        assertThat(Cells.rows()).isEqualTo(11);
    }

    @Test
    void problemsAreSaidByLineAndColumnAndNothingIsImported() {
        open(region.planner, "code-lists");
        click("Importovat ORP");
        upload("orp.csv", "kód;název;kraj\n2101;Benešov;Středočeský kraj\n21;Beroun;\n2103;Brandýs;Narnie\n");
        assertThat(text(_get(Dialog.class)))
                .contains("Soubor má 2 chyby, nic se nezměnilo.")
                .contains("Řádek 3, sloupec „kód“: Kód „21“ nemá čtyři číslice.")
                .contains("Řádek 4, sloupec „kraj“: Kraj „Narnie“ neznáme.");
        assertThat(confirm().isEnabled()).isFalse();

        upload("orp.csv", "kód;název;kraj\n2101;Benešov;Středočeský kraj\n");
        assertThat(text(_get(Dialog.class))).contains("Přibude: 1").doesNotContain("Narnie");
        assertThat(confirm().isEnabled()).isTrue();
    }

    @Test
    void anEndlessFileIsReadOnlySoFar() {
        open(region.planner, "code-lists");
        click("Importovat ORP");
        upload("orp.csv", "kód;název\n" + "x".repeat(CodeListService.MAX_TABLE_BYTES));
        assertThat(text(_get(Dialog.class))).contains("Soubor je větší než 1 MB.");
        assertThat(confirm().isEnabled()).isFalse();
    }

    /** Returns the name of the list that is shown. */
    private static String current() {
        return _get(
                        RouterLink.class,
                        spec -> spec.withPredicate(
                                link -> "page".equals(link.getElement().getAttribute("aria-current"))))
                .getText();
    }

    @Test
    void unknownListIsNotFound() {
        open(region.own.member(), "code-lists/nic");
        assertThat(heading()).isEqualTo("Tahle stránka tu není");
    }

    private static Button confirm() {
        return _get(Button.class, spec -> spec.withText("Importovat"));
    }
}
