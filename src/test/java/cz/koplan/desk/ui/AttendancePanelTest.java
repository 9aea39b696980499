package cz.koplan.desk.ui;

import static com.github.mvysny.kaributesting.v10.ComboBoxKt._fireCustomValueSet;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static cz.koplan.Region.DAY;
import static cz.koplan.Region.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import cz.koplan.ScreenTest;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItem;
import cz.koplan.meetings.AgendaItemData;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceBoard;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendanceService;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.actor.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The panel alone in a window; the desk around it is tested elsewhere. */
class AttendancePanelTest extends ScreenTest {

    private MeetingId meeting;
    private AttendanceService attendance;
    private AttendancePanel panel;

    @BeforeEach
    void planMeeting() {
        attendance = service(AttendanceService.class);
        meeting = region.meeting(region.own, "Plánované setkání", DAY);
        db.execute("update meeting set state = 'IN_PROGRESS' where id = ?", meeting.value());
        coordinator(() -> {
            var organisation = region.organisation("Naděje");
            service(GroupService.class).addOrganisation(region.own.group(), organisation, SINCE);
            for (int number = 1; number <= 3; number++) {
                service(MeetingService.class)
                        .addAgendaItem(meeting, new AgendaItemData(number, "Bod " + number, AgendaItemKind.TOPIC));
            }
            attendance.prepare(meeting);
        });
    }

    private void coordinator(Runnable work) {
        as(region.own.coordinator(), work);
    }

    private void show(Actor who, boolean writable) {
        open(who, "meetings");
        panel = new AttendancePanel(attendance, meeting, writable, this::refresh);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        refresh();
    }

    private void refresh() {
        panel.show(board(), agenda());
    }

    private AttendanceBoard board() {
        return as(region.own.coordinator(), () -> attendance.board(meeting));
    }

    private List<AgendaItem> agenda() {
        return as(region.own.coordinator(), () -> service(MeetingService.class).agenda(meeting));
    }

    /** Presses the button that says the label; the browser draws it of what the panel and the row tell it. */
    private void mark(String label) {
        for (AttendanceItem item : _find(panel, AttendanceItem.class)) {
            String mark = marks(item).get(label);
            if (mark != null) {
                var data = JsonNodeFactory.instance
                        .objectNode()
                        .put(AttendancePanel.ROW, item.getElement().getAttribute("row"))
                        .put(AttendancePanel.MARK, mark);
                ElementUtilsKt._fireDomEvent(
                        panel.getElement(), new DomEvent(panel.getElement(), "attendance-mark", data));
                return;
            }
        }
        throw new AssertionError("No button " + label);
    }

    private JsonNode words() {
        return JsonMapper.shared().readTree(panel.getElement().getAttribute("data-words"));
    }

    private Map<String, String> marks(AttendanceItem item) {
        Map<String, String> marks = new HashMap<>();
        if (kind(item).equals("GUEST")) {
            marks.put(words().get("remove").asString(), "remove");
        } else {
            words().get("marks")
                    .forEach(mark -> marks.put(
                            mark.get("label").asString(), mark.get("kind").asString()));
        }
        marks.put(words().get("more").asString(), "more");
        return marks.entrySet().stream()
                .collect(Collectors.toMap(
                        mark -> mark.getKey()
                                .replace("{name}", item.getElement().getAttribute("label")),
                        Map.Entry::getValue));
    }

    private static String kind(AttendanceItem item) {
        return item.getElement().getAttribute("data-kind");
    }

    private static List<String> rows() {
        return _find(AttendanceItem.class).stream()
                .map(item -> item.getElement().getAttribute("label")
                        + item.getElement().getAttribute("state"))
                .toList();
    }

    private String title() {
        return _get(panel, H2.class).getText();
    }

    @Test
    void oneKeyNotesAnOrganisation() {
        show(region.own.coordinator(), true);
        assertThat(title()).isEqualTo("Účast 0/2");
        assertThat(rows()).containsExactly("Nadějenezaznamenáno", "Pramennezaznamenáno · Marek Dvořák (zástupce)");

        mark("přítomna: Pramen");
        mark("omluvena: Naděje");

        assertThat(title()).isEqualTo("Účast 1/2");
        assertThat(rows()).containsExactly("Nadějeomluvena", "Pramenpřítomna · Marek Dvořák (zástupce)");
        assertThat(_find(AttendanceItem.class))
                .as("which button is pressed")
                .extracting(AttendancePanelTest::kind)
                .containsExactly("EXCUSED", "PRESENT");
        assertThat(words().findValuesAsString("key")).containsExactly("P", "O", "N");
        assertThat(words().findValuesAsString("title"))
                .containsExactly("přítomna (klávesa P)", "omluvena (klávesa O)", "nepřítomna (klávesa N)");

        mark("omluvena: Naděje");
        assertThat(rows()).as("pressed again it takes the mark back").contains("Nadějenezaznamenáno");
    }

    @Test
    void rowsStayTheSameComponentsSoThatFocusStays() {
        show(region.own.coordinator(), true);
        List<AttendanceItem> before = _find(AttendanceItem.class);

        coordinator(() -> {
            var organisation = region.organisation("Zvonek");
            service(GroupService.class).addOrganisation(region.own.group(), organisation, SINCE);
            attendance.prepare(meeting);
            attendance.addGuest(meeting, "Host Zvaný", null);
            attendance.note(meeting, board().lines().getFirst().id(), AttendanceKind.ABSENT);
        });
        refresh();

        List<AttendanceItem> after = _find(AttendanceItem.class);
        assertThat(after).hasSize(4).startsWith(before.toArray(AttendanceItem[]::new));
        assertThat(rows()).first().isEqualTo("Nadějenepřítomna");

        coordinator(() ->
                attendance.removeGuest(meeting, board().guests().getFirst().id()));
        refresh();
        assertThat(_find(AttendanceItem.class)).isEqualTo(after.subList(0, 3));
    }

    @Test
    void aDeputyIsChosenOrAnotherNameTyped() {
        var deputy = region.person("Eva", "Malá");
        coordinator(() ->
                service(GroupService.class).addDelegate(region.own.membership(), deputy, DelegateKind.DEPUTY, SINCE));
        show(region.own.coordinator(), true);

        mark("Zástupce, příchod a odchod: Pramen");
        choose(speaker(), 1);
        click("Uložit");
        assertThat(rows()).last().isEqualTo("Pramennezaznamenáno · Eva Malá (náhradník)");
        assertThat(board().lines().getLast().through()).isEqualTo(DelegateKind.DEPUTY);

        mark("Zástupce, příchod a odchod: Pramen");
        assertThat(speaker().getItemLabelGenerator().apply(cast(speaker().getValue())))
                .isEqualTo("Eva Malá (náhradník)");
        _fireCustomValueSet(speaker(), "Kolega Nový");
        click("Uložit");
        assertThat(rows()).last().isEqualTo("Pramennezaznamenáno · Kolega Nový");
        _assertNoDialogs();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> speaker() {
        return _get(ComboBox.class, spec -> spec.withLabel("Za organizaci mluví"));
    }

    private static Object cast(Object value) {
        return value;
    }

    private static void choose(ComboBox<Object> box, int index) {
        _setValue(box, box.getListDataView().getItem(index));
    }

    @SuppressWarnings("unchecked")
    private static Select<AgendaItem> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    @Test
    void comingLateAndLeavingEarlyIsNoted() {
        show(region.own.coordinator(), true);
        stay(2, 3);
        assertThat(rows()).first().isEqualTo("Nadějepřítomna · od bodu 2 · odchod před bodem 3");

        mark("Zástupce, příchod a odchod: Naděje");
        _setValue(select("Účast od bodu"), agenda().get(2));
        click("Uložit");
        assertThat(text(_get(Dialog.class))).contains("Odchod musí být až po příchodu");
        click("Zrušit");

        stay(1, 2);
        assertThat(rows()).first().isEqualTo("Nadějepřítomna · od bodu 1 · odchod před bodem 2");
        stay(2, null);
        assertThat(rows()).first().isEqualTo("Nadějepřítomna · od bodu 2");
    }

    private void stay(int from, Integer until) {
        mark("Zástupce, příchod a odchod: Naděje");
        _setValue(select("Účast od bodu"), agenda().get(from - 1));
        _setValue(select("Odchod před bodem"), until == null ? null : agenda().get(until - 1));
        click("Uložit");
        _assertNoDialogs();
    }

    @Test
    void guestsAreAddedAndRemoved() {
        show(region.own.coordinator(), true);
        TextField name = _get(TextField.class, spec -> spec.withLabel("Jméno hosta"));

        click("Přidat hosta");
        assertThat(name.getErrorMessage()).isEqualTo("Zadejte jméno nebo organizaci.");

        _setValue(name, "Host Zvaný");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Organizace hosta")), "Ministerstvo");
        click("Přidat hosta");
        assertThat(rows()).last().isEqualTo("Ministerstvohost · Host Zvaný");
        assertThat(name.getValue()).isEmpty();
        assertThat(text(panel)).contains("Hosté (1)");

        mark("Odebrat hosta: Ministerstvo");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void quorumAndTriadAreSaidInWords() {
        as(region.admin, () -> {
            var groups = service(GroupService.class);
            groups.update(
                    region.own.group(),
                    groups.get(region.own.group()).version(),
                    new GroupData("Senioři", null, GroupKind.WORKING, null, true, 50));
        });
        coordinator(() -> {
            service(GroupService.class).addPerson(region.own.group(), region.stranger, SINCE);
            attendance.prepare(meeting);
        });
        show(region.own.coordinator(), true);
        assertThat(text(panel)).contains("Zatím neusnášeníschopná: přítomno 0, potřeba 2");

        mark("přítomna: Pramen");
        mark("přítomna: Jan Neznámý");
        assertThat(text(panel))
                .contains(
                        "Usnášeníschopná: přítomno 2, potřeba 2",
                        "Triáda neúplná: zadavatelé 0 · poskytovatelé 0 · uživatelé 1");

        coordinator(() -> attendance.left(
                meeting, board().lines().getLast().id(), agenda().get(1).id()));
        db.execute(
                "update meeting set current_item_id = ? where id = ?",
                agenda().get(2).id().value(),
                meeting.value());
        refresh();
        assertThat(text(panel)).contains("Zatím neusnášeníschopná: přítomno 1, potřeba 2");
    }

    @Test
    void whoeverOnlyReadsSeesPlainText() {
        coordinator(() -> attendance.addGuest(meeting, "Host Zvaný", null));
        show(region.own.member(), false);

        assertThat(rows())
                .containsExactly(
                        "Nadějenezaznamenáno", "Pramennezaznamenáno · Marek Dvořák (zástupce)", "Host Zvanýhost");
        assertThat(panel.getElement().hasAttribute("data-words"))
                .as("what the buttons would say")
                .isFalse();
        _assertNone(panel, Button.class);
        _assertNone(panel, Upload.class);
        assertThat(text(panel)).contains("Prezenční listina (PDF)");
    }

    @Test
    void aScanIsOfferedAndRemovedAfterAQuestion() {
        coordinator(() -> attendance.attachScan(meeting, "listina.pdf", "%PDF-1.7".getBytes()));
        show(region.own.coordinator(), true);
        assertThat(text(panel)).contains("Sken: listina.pdf");

        press("Odebrat sken");
        assertThat(board().scan()).isEqualTo("listina.pdf");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));

        assertThat(board().scan()).isNull();
        assertThat(visibleTexts()).doesNotContain("Sken: listina.pdf");
    }

    private List<String> visibleTexts() {
        return _find(panel, Component.class).stream().map(ScreenTest::text).toList();
    }

    @Test
    void aGroupWithoutMembersIsExplained() {
        coordinator(() -> attendance.note(meeting, board().lines().getFirst().id(), AttendanceKind.EXPECTED));
        db.execute("delete from attendance where meeting_id = ?", meeting.value());
        show(region.own.coordinator(), true);

        assertThat(title()).isEqualTo("Účast 0/0");
        assertThat(text(panel)).contains("Skupina nemá v den setkání žádné členy.");
    }
}
