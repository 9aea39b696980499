package cz.koplan.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import cz.koplan.ScreenTest;
import cz.koplan.desk.DeskService;
import cz.koplan.desk.Owner;
import cz.koplan.desk.Sending;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.DiscussionService;
import cz.koplan.meetings.LifeCycleService;
import cz.koplan.meetings.MeetingData;
import cz.koplan.meetings.MeetingService;
import cz.koplan.meetings.MeetingState;
import cz.koplan.minutes.EntryKind;
import cz.koplan.minutes.EntryService;
import cz.koplan.minutes.MinutesPage;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.Vote;
import cz.koplan.updates.UpdateOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DeskViewTest extends ScreenTest {

    @BeforeEach
    void begin() {
        as(
                region.own.coordinator(),
                () -> service(LifeCycleService.class)
                        .step(region.own.meeting(), MeetingState.IN_PROGRESS, "Doplnit zápis."));
    }

    private void openDesk() {
        open(region.own.coordinator(), "desk/" + region.own.meeting().value());
    }

    private MinutesPage page() {
        return as(region.own.coordinator(), () -> service(MinutesService.class).page(region.own.meeting()));
    }

    private static List<String> agenda() {
        return _find(Component.class, spec -> spec.withClasses("desk-item")).stream()
                .map(ScreenTest::text)
                .toList();
    }

    private static void openItem(String title) {
        _click((NativeButton) _find(Component.class, spec -> spec.withClasses("desk-item")).stream()
                .filter(item -> text(item).contains(title))
                .findFirst()
                .orElseThrow());
    }

    /** Presses the only text's button of that name, as the script tells it. */
    private static void mark(Mark mark) {
        TextEditor editor = _get(TextEditor.class);
        assertThat(editor.getElement().getAttribute("marks")).contains(mark.written());
        ObjectNode detail = new JsonMapper().createObjectNode().put("event.detail.mark", mark.written());
        editor.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(editor.getElement(), "desk-mark", detail));
    }

    private void say(String line) {
        as(
                region.own.coordinator(),
                () -> service(DeskService.class)
                        .addLine(region.own.meeting(), new Sending(UUID.randomUUID(), 1), region.own.topic(), line));
    }

    @Test
    void everyMemberHasALineOfTheRoundTable() {
        var later = region.organisation("Azyl U Řeky");
        as(
                region.own.coordinator(),
                () -> service(GroupService.class).addOrganisation(region.own.group(), later, cz.koplan.Region.SINCE));

        openDesk();

        assertThat(agenda()).hasSize(2);
        assertThat(_find(UpdateRow.class))
                .extracting(ScreenTest::text)
                .satisfiesExactly(
                        pramen -> assertThat(pramen).contains("Pramen"),
                        azyl -> assertThat(azyl).contains("Azyl U Řeky"));
        assertThat(page().updates()).hasSize(2);
    }

    @Test
    void noNewsIsNotedAndTakenBack() {
        openDesk();
        mark(Mark.NO_NEWS);
        assertThat(page().updates().getFirst().outcome()).isEqualTo(UpdateOutcome.NO_NEWS);
        assertThat(text(_get(UpdateRow.class))).contains("Bez novinek");
        assertThat(page().updates().getFirst().data().text()).isEqualTo("Mají volná místa.");

        mark(Mark.NO_NEWS);
        assertThat(page().updates().getFirst().outcome()).isNull();
    }

    @Test
    void aLineIsMarkedInternal() {
        openDesk();
        mark(Mark.INTERNAL);
        assertThat(page().updates().getFirst().internal()).isTrue();
        assertThat(text(_get(UpdateRow.class))).contains("interní");
    }

    @Test
    void theItemBeingDiscussedIsShownToEverybodyWithItsClock() {
        openDesk();
        click("Teď projednáváme");
        assertThat(agenda().getFirst()).contains("právě teď");

        click("Hotovo, další bod");
        assertThat(agenda().getFirst()).contains("projednáno");
        assertThat(agenda().getLast()).contains("právě teď");
        assertThat(as(
                        region.own.member(),
                        () -> service(DiscussionService.class).current(region.own.meeting())))
                .contains(region.own.topic());
    }

    @Test
    void theClockStopsWhenTheMeetingEnds() {
        openDesk();
        click("Teď projednáváme");
        assertThat(page().agenda().getFirst().runningSince()).isNotNull();

        as(
                region.own.coordinator(),
                () -> service(LifeCycleService.class).step(region.own.meeting(), MeetingState.HELD, null));

        assertThat(page().agenda()).extracting(item -> item.runningSince()).containsOnlyNulls();
        assertThat(as(
                        region.own.member(),
                        () -> service(DiscussionService.class).current(region.own.meeting())))
                .isEmpty();
    }

    @Test
    void taskOfTheQuickLineIsGivenToAnotherByTheFieldBesideIt() {
        say("@Pramen !rozeslat pozvánky >30.9.");
        openDesk();
        openItem("Různé");
        var task = page().tasks().getLast();
        assertThat(task.organisationName()).isEqualTo("Pramen");
        assertThat(task.data().due()).hasToString("2025-09-30");

        ComboBox<Owner> owner = _get(ComboBox.class, spec -> spec.withPlaceholder("Odpovídá"));
        assertThat(owner.getValue().name()).isEqualTo("Pramen");
    }

    @Test
    void informationBecomesADecisionWithAVote() {
        openDesk();
        openItem("Různé");
        mark(Mark.TO_DECISION);
        assertThat(page().entries().getFirst().kind()).isEqualTo(EntryKind.DECISION);

        mark(Mark.VOTE);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Pro")), 8);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Proti")), 1);
        click("Uložit");
        assertThat(page().entries().getFirst().vote()).isEqualTo(new Vote(8, 1, 0, null));
        assertThat(text(_get(SaidRow.class))).contains("pro 8, proti 1, zdrželi se 0");
    }

    @Test
    void removedEntryComesBack() {
        openDesk();
        openItem("Různé");
        String body = page().entries().getFirst().text();
        mark(Mark.REMOVE);
        assertThat(page().entries()).isEmpty();
        _assertNone(SaidRow.class);

        click("Vrátit");
        assertThat(page().entries()).extracting(entry -> entry.text()).containsExactly(body);
    }

    @Test
    void memberLooksOnWithoutButtons() {
        as(
                region.own.coordinator(),
                () -> service(EntryService.class)
                        .add(region.own.meeting(), region.own.topic(), EntryKind.INFORMATION, "Dohodli se."));
        open(region.own.member(), "desk/" + region.own.meeting().value());
        assertThat(_find(UpdateRow.class)).hasSize(1);
        _assertNone(Button.class, spec -> spec.withText("Dokončit zápis"));
        assertThat(_get(TextEditor.class).getElement().getAttribute("marks")).isEmpty();
        assertThat(_get(TextEditor.class).getElement().hasAttribute("readonly")).isTrue();
    }

    @Test
    void groupWithoutMembersCanMeet() {
        var groups = service(GroupService.class);
        var group =
                as(region.admin, () -> groups.create(new GroupData("Bez členů", null, GroupKind.WORKING, null, true)));
        as(
                region.admin,
                () -> groups.addCoordinator(group, region.own.coordinator().person()));
        var meeting = as(
                region.own.coordinator(),
                () -> service(MeetingService.class)
                        .create(
                                group,
                                new MeetingData("První", LocalDate.now(), null, null, null, null, null, null, null)));
        open(region.own.coordinator(), "desk/" + meeting.value());
        click("Zahájit jednání");
        openItem("Informace od členů");
        _assertNone(UpdateRow.class);
        _get(Button.class, spec -> spec.withText("Dokončit zápis"));
        assertThat(text(_get(AttendancePanel.class))).contains("Účast 0/0");
    }

    @Test
    void strangersSeeNothingOfIt() {
        open(region.foreign.coordinator(), "desk/" + region.own.meeting().value());
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }

    @Test
    void theProjectorShowsTheCurrentItemWithoutWhatIsInternal() {
        var entry = page().entries().getFirst();
        as(region.own.coordinator(), () -> {
            service(EntryService.class).setInternal(region.own.meeting(), entry.id(), true);
            service(EntryService.class)
                    .add(region.own.meeting(), region.own.topic(), EntryKind.DECISION, "Sejde se {{potají}} v květnu.");
            service(DiscussionService.class).discuss(region.own.meeting(), region.own.topic());
        });
        open(region.own.member(), "desk/" + region.own.meeting().value() + "/present");
        String shown = _get(PresentationView.class).getElement().getOuterHTML();
        assertThat(shown)
                .contains("Různé", "Rozhodnutí", "Sejde se […] v&nbsp;květnu.")
                .doesNotContain("potají", entry.text());
    }
}
