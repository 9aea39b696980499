package cz.koplan.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static cz.koplan.Region.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
        return Stream.of("html", "facts", "closed", "note")
                .map(attribute -> line.getElement().getAttribute(attribute))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private TaskLine line(String text) {
        return lines().stream()
                .filter(line -> says(line).contains(text))
                .findFirst()
                .orElseThrow();
    }

    /** Presses a button of the line, or its key; the browser draws the buttons and hears the keys. */
    private void mark(TaskLine line, String mark) {
        var data = JsonNodeFactory.instance
                .objectNode()
                .put(TaskCheckPanel.TASK, line.getElement().getAttribute("task"))
                .put(TaskCheckPanel.MARK, mark);
        ElementUtilsKt._fireDomEvent(panel.getElement(), new DomEvent(panel.getElement(), "task-mark", data));
    }

    private JsonNode words() {
        return JsonMapper.shared().readTree(panel.getElement().getAttribute("data-words"));
    }

    private static String state(TaskLine line) {
        return line.getElement().getAttribute("state");
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
        return line.getElement().hasAttribute("late");
    }

    @Test
    void tickingFinishesAndTheLineStaysWhereItWas() {
        show(true);
        TaskLine line = line("Brzy.");

        mark(line, "finish");

        assertThat(lines()).hasSize(3).element(1).isSameAs(line);
        assertThat(state(line)).isEqualTo("DONE");
        assertThat(tasks.openOf(region.own.group())).hasSize(2);
        mark(line, "reopen");
        assertThat(tasks.openOf(region.own.group())).hasSize(3);
    }

    @Test
    void everyStepIsTaken() {
        show(true);

        mark(line("Brzy."), "finish");
        assertThat(state(line("Brzy."))).isEqualTo("DONE");

        mark(line("Po termínu."), "cancel");
        _setValue(_get(TextArea.class), "Není potřeba.");
        click("Uložit");
        assertThat(says(line("Po termínu."))).contains("zrušen", "Není potřeba.");
        mark(line("Po termínu."), "postpone");
        _assertNone(Dialog.class);
        mark(line("Po termínu."), "reopen");

        TaskLine late = line("Po termínu.");
        mark(late, "postpone");
        _setValue(_get(DatePicker.class), DAY.plusYears(1));
        click("Uložit");
        assertThat(lines().get(1)).isSameAs(late);
        assertThat(late(late)).isFalse();
        assertThat(words().get("finish").asString()).isEqualTo("Splněno");
        assertThat(words().get("key").asString()).isEqualTo("{label} (klávesa {key})");
    }

    @Test
    void aNoteIsShownAtOnce() {
        show(true);
        mark(line("Brzy."), "note");
        _setValue(_get(TextArea.class), "Čeká se na nabídku.");
        click("Uložit");

        assertThat(says(line("Brzy."))).contains("Čeká se na nabídku.");
    }

    @Test
    void whoIsSlowerIsToldAndSeesHowItIs() {
        show(true);
        var here = line("Brzy.");
        tasks.cancel(tasks.openBefore(meeting).get(1).id(), null, "Zrušeno jinde.");

        assertThatThrownBy(() -> mark(here, "finish"))
                .hasStackTraceContaining(InvalidInputException.class.getSimpleName());
        assertThat(lines()).hasSize(2);
    }

    @Test
    void readersTickNothing() {
        show(false);

        assertThat(lines()).hasSize(3);
        assertThat(words().propertyNames()).as("what is said, no buttons").containsExactly("overdue");
        mark(lines().getFirst(), "finish");
        assertThat(state(lines().getFirst())).isEqualTo("OPEN");
    }

    @Test
    void nothingOpenIsSaidInWords() {
        show(true);
        panel.show(List.of());

        assertThat(lines()).isEmpty();
        assertThat(text(panel)).contains("nezbývá žádný otevřený úkol");
    }
}
