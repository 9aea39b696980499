package cz.koplan.meetings.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import cz.koplan.ScreenTest;
import cz.koplan.meetings.MeetingFilter;
import cz.koplan.meetings.MeetingRow;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.meetings.TemplateItem;
import cz.koplan.meetings.TemplateService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewMeetingTest extends ScreenTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 18);

    private List<MeetingRow> planned() {
        return as(region.own.coordinator(), () -> service(MeetingService.class).rows(MeetingFilter.ANY, 0, 50)).stream()
                .filter(row -> row.state() == MeetingState.PLANNED)
                .toList();
    }

    private static void chooseDay(String label, LocalDate day) {
        _setValue(_get(DatePicker.class, spec -> spec.withLabel(label)), day);
    }

    @Test
    void theDialogIsFilledFromTheLastMeetingAndLeadsToThePreparation() {
        open(region.own.coordinator(), "meetings");
        click("Nové setkání");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Název setkání"))
                        .getValue())
                .isEqualTo("Setkání: Senioři");
        assertThat(_get(TimePicker.class, spec -> spec.withLabel("Začátek")).getValue())
                .isEqualTo(LocalTime.of(14, 0));

        chooseDay("Datum", MONDAY);
        click("Uložit");

        assertThat(planned()).extracting(MeetingRow::heldOn).containsExactly(MONDAY);
        assertThat(heading()).isEqualTo("Setkání: Senioři");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).endsWith("/agenda");
    }

    @Test
    void whatIsMissingIsSaidInTheDialog() {
        open(region.own.coordinator(), "meetings");
        click("Nové setkání");
        _setValue(_get(DatePicker.class, spec -> spec.withLabel("Datum")), null);
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Zadejte den setkání.");

        chooseDay("Datum", LocalDate.of(2027, 3, 28));
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("Začátek")), LocalTime.of(2, 30));
        click("Uložit");
        assertThat(planned()).isEmpty();
        _get(Dialog.class);

        _setValue(_get(TimePicker.class, spec -> spec.withLabel("Začátek")), LocalTime.of(16, 0));
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Konec je dřív než začátek.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSeriesFollowsFromItsFirstDay() {
        open(region.own.coordinator(), "meetings");
        click("Nové setkání");
        chooseDay("Datum", MONDAY);
        Select<RepeatFields.Repeat> repeat = _get(Select.class, spec -> spec.withLabel("Opakování"));
        _setValue(repeat, RepeatFields.Repeat.MONTHLY_ON_WEEKDAY);
        assertThat(repeat.getHelperText()).isEqualTo("pondělí, v měsíci 3. v pořadí");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Po kolika měsících")), 2);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Počet setkání")), 3);
        click("Uložit");

        assertThat(planned())
                .extracting(MeetingRow::heldOn)
                .containsExactly(LocalDate.of(2027, 5, 17), LocalDate.of(2027, 3, 15), MONDAY);
        assertThat(text(_get(AgendaView.class))).contains("ze série");
    }

    @Test
    void onlyThoseWhoCoordinateAGroupPlanMeetings() {
        open(region.own.member(), "meetings");
        _assertNone(Button.class, spec -> spec.withText("Nové setkání"));
        open(region.own.coordinator(), "meetings");
        click("Nové setkání");
        assertThat(_get(_get(Dialog.class), ComboBox.class).getGenericDataView().getItems())
                .hasSize(1);
    }

    @Test
    void theTemplateIsKeptByCoordinators() {
        String address = "meeting-template/" + region.own.group().value();
        open(region.own.coordinator(), address);
        assertThat(_find(ListItem.class)).hasSize(4);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Název setkání")), "Jednání");
        press("Odebrat bod: Kontrola úkolů");
        press("Posunout nahoru: Různé");
        click("Uložit");

        assertThat(as(region.own.member(), () -> service(TemplateService.class).get(region.own.group()))
                        .data()
                        .items())
                .extracting(TemplateItem::title)
                .containsExactly("Schválení zápisu z minulého setkání", "Různé", "Informace od členů");
        open(region.own.member(), address);
        _assertNone(Button.class, spec -> spec.withText("Uložit"));
        open(region.foreign.member(), address);
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void theGroupLeadsToItsTemplate() {
        open(region.own.coordinator(), "groups/" + region.own.group().value());
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains("meeting-template/" + region.own.group().value());
    }
}
