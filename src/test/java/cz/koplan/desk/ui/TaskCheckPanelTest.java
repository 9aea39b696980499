package cz.koplan.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static cz.koplan.Region.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import cz.koplan.ScreenTest;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class TaskCheckPanelTest extends ScreenTest {

    private TaskService tasks;
    private MeetingId meeting;
    private TaskCheckPanel panel;

    @BeforeEach
    void planMeeting() {
        tasks = service(TaskService.class);
        meeting = region.meeting(region.own, "Příští", DAY.plusMonths(3));
        give("Po termínu.", DAY);
        give("Brzy.", DAY.plusMonths(4));
    }

    private void give(String text, LocalDate due) {
        as(
                region.own.coordinator(),
                () -> tasks.add(
                        region.own.meeting(),
                        new TaskData(text, null, null, region.own.organisation(), due, TaskState.OPEN)));
    }

    private void show(boolean writable) {
        open(writable ? region.own.coordinator() : region.own.member(), "");
        panel = new TaskCheckPanel(tasks, meeting, writable, this::refresh);
        UI.getCurrent().add(panel);
        refresh();
    }

    private void refresh() {
        panel.show(tasks.openBefore(meeting));
    }

    private List<TaskLine> lines() {
        return _find(panel, TaskLine.class);
    }

    private static String says(TaskLine line) {
        return _get(line, Html.class).getInnerHtml() + text(line);
    }

    private TaskLine line(String text) {
        return lines().stream()
                .filter(line -> says(line).contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static void key(TaskLine line, String key) {
        var data = JsonNodeFactory.instance.objectNode().put("event.key", key).put(TaskLine.ITS_KEYS, true);
        ElementUtilsKt._fireDomEvent(line.getElement(), new DomEvent(line.getElement(), "keydown", data));
    }

    @Test
    void linesSayWhatWhoUntilWhenAndWhatIsLate() {
        show(true);

        assertThat(lines()).hasSize(3);
        assertThat(says(lines().getFirst())).contains("Po termínu.", "Pramen · 15. září 2025");
        assertThat(late(lines().getFirst())).isTrue();
        assertThat(says(lines().get(1))).contains("Brzy.");
        assertThat(late(lines().get(1))).isFalse();
        assertThat(says(lines().get(2))).contains("Rozeslat dotazník.");
    }

    private static boolean late(TaskLine line) {
        return _find(line, Span.class).stream().anyMatch(span -> span.hasClassName("late") && span.isVisible());
    }

    @Test
    void tickingFinishesAndTheLineStaysWhereItWas() {
        show(true);
        TaskLine line = line("Brzy.");
        Checkbox done = _get(line, Checkbox.class);

        _setValue(done, true);

        assertThat(lines()).hasSize(3).element(1).isSameAs(line);
        assertThat(done.getValue()).isTrue();
        assertThat(tasks.openOf(region.own.group())).hasSize(2);
        _setValue(done, false);
        assertThat(tasks.openOf(region.own.group())).hasSize(3);
    }

    @Test
    void everyStepHasAKey() {
        show(true);

        key(line("Brzy."), "s");
        assertThat(_get(line("Brzy."), Checkbox.class).getValue()).isTrue();

        key(line("Po termínu."), "Z");
        _setValue(_get(TextArea.class), "Není potřeba.");
        click("Uložit");
        assertThat(says(line("Po termínu."))).contains("zrušen", "Není potřeba.");
        key(line("Po termínu."), "o");
        _assertNone(Dialog.class);
        click("Znovu otevřít");

        TaskLine late = line("Po termínu.");
        key(late, "o");
        _setValue(_get(DatePicker.class), DAY.plusYears(1));
        click("Uložit");
        assertThat(lines().get(1)).isSameAs(late);
        assertThat(late(late)).isFalse();
        assertThat(_get(late, Checkbox.class).getTooltip().getText()).isEqualTo("Splněno (klávesa S)");
    }

    @Test
    void aNoteIsShownAtOnce() {
        show(true);
        _get(line("Brzy."), Button.class, spec -> spec.withText("Poznámka")).click();
        _setValue(_get(TextArea.class), "Čeká se na nabídku.");
        click("Uložit");

        assertThat(says(line("Brzy."))).contains("Čeká se na nabídku.");
    }

    @Test
    void whoIsSlowerIsToldAndSeesHowItIs() {
        show(true);
        var here = line("Brzy.");
        tasks.cancel(tasks.openBefore(meeting).get(1).id(), null, "Zrušeno jinde.");

        assertThatThrownBy(() -> _setValue(_get(here, Checkbox.class), true))
                .hasStackTraceContaining(InvalidInputException.class.getSimpleName());
        assertThat(lines()).hasSize(2);
    }

    @Test
    void readersTickNothing() {
        show(false);

        assertThat(lines()).hasSize(3);
        _assertNone(panel, Checkbox.class);
        _assertNone(panel, Button.class);
    }

    @Test
    void nothingOpenIsSaidInWords() {
        show(true);
        panel.show(List.of());

        assertThat(lines()).isEmpty();
        assertThat(text(panel)).contains("nezbývá žádný otevřený úkol");
    }
}
