package cz.koplan.meetings.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import cz.koplan.Region;
import cz.koplan.ScreenTest;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgendaViewTest extends ScreenTest {

    private Region.Circle own;
    private MeetingId meeting;

    @BeforeEach
    void planMeeting() {
        own = region.own;
        meeting = plan(Region.DAY.plusDays(30));
    }

    private MeetingId plan(LocalDate day) {
        var data = new MeetingData(
                "Senioři", day, LocalTime.of(14, 0), LocalTime.of(15, 0), MeetingMode.ONLINE, null, null, null, null);
        return as(own.coordinator(), () -> meetings().create(own.group(), data));
    }

    private MeetingService meetings() {
        return service(MeetingService.class);
    }

    private String address() {
        return "meetings/" + meeting.value() + "/agenda";
    }

    private static List<String> agenda() {
        return _find(_get(AgendaList.class), ListItem.class).stream()
                .map(line -> text(line.getComponentAt(0)) + " "
                        + text(line.getComponentAt(1).getChildren().findFirst().orElseThrow()))
                .toList();
    }

    @Test
    void coordinatorPutsTheAgendaTogether() {
        open(own.coordinator(), address());
        assertThat(heading()).isEqualTo("Senioři");
        assertThat(text(_get(TimePanel.class))).contains("Body zaberou 55 minut.", "Plánovaný konec v 14.55.");

        click("Přidat bod");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Název bodu")), "Bydlení");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Minut")), 20);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Přednáší")), "Jana");
        click("Uložit");
        _assertNoDialogs();

        assertThat(agenda()).last().isEqualTo("5. Bydlení");
        assertThat(text(_get(AgendaList.class))).contains("Téma · 20 min · Jana");
        assertThat(text(_get(TimePanel.class))).contains("Program skončí až v 15.15, setkání má končit v 15.00");
    }

    @Test
    void orderChangesByButtonAndByKey() {
        open(own.coordinator(), address());

        press("Posunout nahoru: Různé");
        assertThat(agenda().get(2)).isEqualTo("3. Různé");
        pressKeys(2, "ArrowUp");
        assertThat(agenda().get(1)).isEqualTo("2. Různé");
        pressKeys(1, "ArrowDown");
        assertThat(agenda().get(2)).isEqualTo("3. Různé");
        assertThat(text(_get(AgendaView.class))).contains("Bod „Různé“ je teď 3. v pořadí.");
        pressKeys(0, "ArrowUp");
        assertThat(agenda().getFirst()).startsWith("1. Schválení");
    }

    /** The browser sends an event only when its filter holds. */
    private static void pressKeys(int line, String key) {
        var element = _find(_get(AgendaList.class), ListItem.class).get(line).getElement();
        var data = JacksonUtils.createObjectNode();
        element.getNode().getFeature(ElementListenerMap.class).getExpressions("keydown").stream()
                .filter(expression -> expression.contains("altKey"))
                .forEach(expression -> data.put(expression, expression.contains(key)));
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, "keydown", data));
    }

    @Test
    void coordinatorOnlyItemsAreSeenByCoordinatorsOnlyAndCarryNoNumber() {
        open(own.coordinator(), address());
        press("Upravit: Různé");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Jen pro koordinátory, nikdy v zápisu")), true);
        click("Uložit");
        assertThat(agenda()).last().isEqualTo("– Různé");
        assertThat(text(_get(AgendaList.class))).contains("jen pro koordinátory");

        open(own.member(), address());
        assertThat(agenda()).hasSize(3).noneMatch(line -> line.contains("Různé"));
        open(region.planner, address());
        assertThat(agenda()).hasSize(3);
    }

    @Test
    void memberReadsAndMayProposeATopic() {
        open(own.member(), address());
        assertThat(iconLabels()).noneMatch(label -> label.startsWith("Posunout") || label.startsWith("Upravit"));
        _assertNone(Button.class, spec -> spec.withText("Zahájit jednání"));
        _assertNone(Button.class, spec -> spec.withText("Přidat bod"));

        _setValue(_get(TextField.class), "Dluhová poradna");
        click("Navrhnout téma");

        assertThat(text(_get(BacklogPanel.class))).contains("Dluhová poradna", "navrhuje Marek Dvořák");
        open(own.coordinator(), address());
        press("Vzít do programu: Dluhová poradna");
        assertThat(agenda()).contains("4. Dluhová poradna", "5. Různé");
        assertThat(text(_get(BacklogPanel.class))).doesNotContain("Dluhová poradna");
    }

    @Test
    void aProposalIsHiddenWithAReasonThatItsAuthorReads() {
        open(own.member(), address());
        _setValue(_get(TextField.class), "Dluhová poradna");
        click("Navrhnout téma");

        open(own.coordinator(), address());
        press("Skrýt návrh: Dluhová poradna");
        click("Uložit");
        assertThat(text(_get(FormDialog.class))).contains("Napište důvod. Autor návrhu ho uvidí.");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Důvod")), "Řeší to jiná skupina.");
        click("Uložit");
        assertThat(text(_get(BacklogPanel.class)))
                .contains("Skryté návrhy", "skryto: Řeší to jiná skupina. (Klára Tichá, ");

        open(own.member(), address());
        assertThat(text(_get(BacklogPanel.class)))
                .contains("Vaše skryté návrhy", "skryto: Řeší to jiná skupina. (Klára Tichá, ");
        assertThat(iconLabels()).noneMatch(label -> label.startsWith("Vrátit"));

        open(own.coordinator(), address());
        press("Vrátit mezi návrhy: Dluhová poradna");
        assertThat(text(_get(BacklogPanel.class))).contains("Dluhová poradna").doesNotContain("Skryté návrhy");
    }

    @Test
    void strangersSeeNothingOfIt() {
        open(region.foreign.member(), address());
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
        open(region.admin, address());
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
        open(own.coordinator(), "meetings/999999999999999999/agenda");
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void beginningLeadsToTheDesk() {
        open(own.coordinator(), address());

        click("Zahájit jednání");

        assertThat(as(own.member(), () -> meetings().get(meeting)).state()).isEqualTo(MeetingState.IN_PROGRESS);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("desk/" + meeting.value());
    }

    @Test
    void goingBackAsksForAReasonThatStaysReadable() {
        step(MeetingState.IN_PROGRESS);
        open(own.coordinator(), address());
        _get(Button.class, spec -> spec.withText("Otevřít stůl"));

        click("Vrátit mezi plánovaná");
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Uveďte důvod, proč se vracíte o krok zpět.");
        _setValue(_get(TextArea.class), "Sešli se jen dva.");
        click("Uložit");

        _assertNoDialogs();
        assertThat(text(_get(StepsPanel.class))).contains("Probíhá → Plánováno", "Klára Tichá", "Sešli se jen dva.");
        _get(Button.class, spec -> spec.withText("Zahájit jednání"));
    }

    private void step(MeetingState to) {
        as(own.coordinator(), () -> service(LifeCycleService.class).step(meeting, to, null));
    }

    @Test
    void theScreenExplainsWhatGoesOn() {
        as(
                own.coordinator(),
                () -> meetings().addAgendaItem(meeting, new AgendaItemData(null, "Bydlení", AgendaItemKind.TOPIC)));
        MeetingId next = plan(Region.DAY.plusDays(60));
        step(MeetingState.IN_PROGRESS);
        step(MeetingState.HELD);

        open(own.coordinator(), address());
        assertThat(text(_get(AgendaList.class)))
                .contains("přejde dál: neprojednáno", "nepřejde dál: je v programu příštího setkání i tak");
        open(own.coordinator(), "meetings/" + next.value() + "/agenda");
        assertThat(text(_get(AgendaList.class))).contains("pokračuje z 15. října 2025");
    }

    @Test
    void anItemGoesToTheNextMeetingAndBackToTheBacklog() {
        MeetingId next = plan(Region.DAY.plusDays(60));
        open(own.coordinator(), address());
        click("Přidat bod");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Název bodu")), "Bydlení");
        click("Uložit");

        MenuBar menu = _find(_get(AgendaList.class), MenuBar.class).getLast();
        clickItem(menu, "Přesunout na příští setkání i s textem (14. listopadu 2025)");

        assertThat(agenda()).noneMatch(line -> line.contains("Bydlení"));
        open(own.coordinator(), "meetings/" + next.value() + "/agenda");
        assertThat(agenda()).contains("4. Bydlení");
        clickItem(_find(_get(AgendaList.class), MenuBar.class).get(3), "Vrátit do zásobníku");
        assertThat(agenda()).noneMatch(line -> line.contains("Bydlení"));
        assertThat(text(_get(BacklogPanel.class))).contains("Bydlení");
    }

    private static void clickItem(MenuBar bar, String caption) {
        ContextMenuKt._clickItemWithCaption(bar, caption);
    }

    @Test
    void anItemThatHoldsTextsIsNotRemoved() {
        open(own.coordinator(), "meetings/" + own.meeting().value() + "/agenda");
        MenuBar menu = _find(_get(AgendaList.class), MenuBar.class).getFirst();

        assertThatThrownBy(() -> clickItem(menu, "Vrátit do zásobníku"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("meetings.item.holdsTexts");
    }

    @Test
    void aMeetingWithoutMinutesOpensItsPreparation() {
        open(own.coordinator(), "meetings/" + meeting.value());

        assertThat(_find(AgendaList.class)).hasSize(1);
    }

    @Test
    void aMemberIsLedToTheOwnAnswerAndReport() {
        open(own.member(), "meetings/" + meeting.value() + "/agenda");
        assertThat(_get(Anchor.class, spec -> spec.withText("Moje účast a zpráva"))
                        .getHref())
                .isEqualTo("meetings/" + meeting.value() + "/part");

        open(own.member(), "");
        _get(Anchor.class, spec -> spec.withText("Moje účast a zpráva"));

        open(own.coordinator(), "meetings/" + meeting.value() + "/agenda");
        _assertNone(Anchor.class, spec -> spec.withText("Moje účast a zpráva"));
    }
}
