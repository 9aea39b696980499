package cz.koplan.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import cz.koplan.meetings.MeetingId;
import cz.koplan.tasks.OpenTask;
import cz.koplan.tasks.TaskId;
import cz.koplan.tasks.TaskService;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The check of tasks: every task of the group that was open when the meeting began, to be ticked, cancelled, postponed or
 * noted on. Showing new tasks leaves the lines that stay where they are, and so the focus within them.
 */
class TaskCheckPanel extends Section {

    static final String TASK = "event.detail.task";
    static final String MARK = "event.detail.mark";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TaskService tasks;
    private final MeetingId meeting;
    private final boolean writable;
    private final Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph empty = new Paragraph();
    private final Map<TaskId, TaskLine> lines = new HashMap<>();

    /** @param changed called after something was kept or refused, to fetch the tasks anew and {@link #show} them */
    TaskCheckPanel(TaskService tasks, MeetingId meeting, boolean writable, Runnable changed) {
        this.tasks = tasks;
        this.meeting = meeting;
        this.writable = writable;
        this.changed = changed;
        addClassName("task-check");
        empty.setText(getTranslation("desk.tasks.empty"));
        add(empty, list);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("overdue", getTranslation("tasks.overdue"));
        if (writable) {
            words.put("finish", getTranslation("tasks.finish"));
            words.put("cancel", getTranslation("tasks.cancel"));
            words.put("postpone", getTranslation("tasks.postpone"));
            words.put("note", getTranslation("tasks.note"));
            words.put("reopen", getTranslation("tasks.reopen"));
            words.put("key", getTranslation("desk.tasks.key", "{label}", "{key}"));
            hearMarks();
        }
        getElement().setAttribute("data-words", JSON.writeValueAsString(words));
    }

    private void hearMarks() {
        getElement()
                .addEventListener("task-mark", event -> {
                    JsonNode data = event.getEventData();
                    TaskLine line = lines.get(new TaskId(data.get(TASK).asLong()));
                    if (line != null) {
                        line.mark(data.get(MARK).asString());
                    }
                })
                .addEventData(TASK)
                .addEventData(MARK);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript("context://scripts/tasks.js");
    }

    void show(List<OpenTask> open) {
        Set<TaskId> wanted = open.stream().map(OpenTask::id).collect(Collectors.toSet());
        lines.entrySet().removeIf(line -> {
            boolean gone = !wanted.contains(line.getKey());
            if (gone) {
                list.remove(line.getValue());
            }
            return gone;
        });
        for (int i = 0; i < open.size(); i++) {
            OpenTask task = open.get(i);
            TaskLine line = lines.computeIfAbsent(task.id(), id -> new TaskLine(tasks, id, meeting, writable, changed));
            line.show(task);
            put(line, i);
        }
        empty.setVisible(open.isEmpty());
    }

    /** Moves as little as possible: a line that wandered down is taken out rather than all others moved up. */
    private void put(TaskLine line, int index) {
        int now = list.indexOf(line);
        if (now == index) {
            return;
        }
        if (now == index + 1) {
            list.remove(list.getComponentAt(index));
            return;
        }
        if (now >= 0) {
            list.remove(line);
        }
        list.addComponentAtIndex(index, line);
    }
}
