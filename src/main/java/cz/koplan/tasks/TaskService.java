package cz.koplan.tasks;

import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StaleVersionException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.refs.Origins;
import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class TaskService {

    /** Characters; the column holds 65,535 bytes. */
    private static final int MAX_TEXT = 16_000;

    private static final int MAX_NOTE = 2000;
    private static final int MAX_REASON = 1000;

    private final TaskRepository tasks;
    private final TaskRights rights;
    private final Origins origins;
    private final Clock clock;

    TaskService(TaskRepository tasks, TaskRights rights, Origins origins, Clock clock) {
        this.tasks = tasks;
        this.rights = rights;
        this.origins = origins;
        this.clock = clock;
    }

    /** Returns the tasks given at the meeting. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public List<Task> of(MeetingId meeting) {
        return tasks.of(meeting, CurrentActor.get().person());
    }

    /** Returns the open tasks of the group, the earliest due first, those without a due date last. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public List<OpenTask> openOf(GroupId group) {
        return tasks.openOf(group, CurrentActor.get().person(), today());
    }

    /**
     * Returns what the meeting's check of tasks goes through: the group's open tasks given at earlier meetings and those
     * of them that were closed at this one; the earliest due first, those without a due date last.
     */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public List<OpenTask> openBefore(MeetingId meeting) {
        return tasks.openBefore(meeting, CurrentActor.get().person());
    }

    /** Returns a page of the actor's tasks over all groups, in the order of {@link #openOf}. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<TaskRow> mine(TaskFilter filter, int offset, int limit) {
        return tasks.mine(filter, CurrentActor.get().person(), today(), offset, limit);
    }

    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public int countMine(TaskFilter filter) {
        return tasks.countMine(filter, CurrentActor.get().person(), today());
    }

    /** Returns, in the order of {@link #openOf} and without notes, what whoever takes part owns in the meeting's group. */
    @PreAuthorize("@speakerRights.takesPart(#meeting)")
    @Transactional(readOnly = true)
    public List<OpenTask> ownOpen(MeetingId meeting) {
        return CurrentActor.findPerson()
                .map(person -> tasks.ownOpen(meeting, person, today()))
                .orElse(List.of());
    }

    /** @throws NotFoundException when there is no such task */
    @PreAuthorize("@taskRights.read(#task)")
    @Transactional(readOnly = true)
    public TaskPage page(TaskId task) {
        boolean writable = rights.write(task);
        return new TaskPage(
                tasks.row(task, today()).orElseThrow(() -> new NotFoundException(task)),
                tasks.cancelReason(task),
                origins.of(new Ref(RefKind.TASK, task.value())),
                tasks.history(task),
                writable,
                writable || rights.finish(task));
    }

    /** Returns what happened to the task, the oldest first. */
    @PreAuthorize("@taskRights.read(#task)")
    @Transactional(readOnly = true)
    public List<TaskStep> history(TaskId task) {
        return tasks.history(task);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public TaskId add(MeetingId meeting, TaskData data) {
        return insert(meeting, null, data);
    }

    /**
     * Adds a task given under an item of the meeting's agenda.
     *
     * @throws NotFoundException when the item is not on that agenda
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public TaskId add(MeetingId meeting, AgendaItemId item, TaskData data) {
        if (!tasks.isOnAgenda(meeting, item)) {
            throw new NotFoundException(item);
        }
        return insert(meeting, item, data);
    }

    private TaskId insert(MeetingId meeting, @Nullable AgendaItemId item, TaskData data) {
        TaskId task = tasks.insert(meeting, item, data);
        keepStep(task, meeting, data.state(), data.due(), null);
        return task;
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void update(MeetingId meeting, TaskId id, int version, TaskData data) {
        var before = tasks.standing(id).orElseThrow(StaleVersionException::new);
        if (data.state() != before.state()) {
            switch (data.state()) {
                case OPEN -> TaskChange.REOPEN.from(before.state());
                case DONE -> TaskChange.FINISH.from(before.state());
                case CANCELLED -> throw new InvalidInputException("tasks.cancel.elsewhere");
            }
        }
        tasks.update(meeting, id, version, data);
        if (data.state() != before.state() || !Objects.equals(data.due(), before.due())) {
            keepStep(id, null, data.state(), data.due(), null);
        }
    }

    /**
     * Stores what is typed into the task.
     *
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public StoredText saveText(MeetingId meeting, TaskId id, TextEdit edit) {
        if (edit.text().length() > MAX_TEXT) {
            throw new InvalidInputException(
                    "input.tooLong", MAX_TEXT, edit.text().length());
        }
        return tasks.saveText(meeting, id, edit);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setOwner(
            MeetingId meeting, TaskId id, @Nullable PersonId person, @Nullable OrganisationId organisation) {
        tasks.setOwner(meeting, id, person, organisation);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setDue(MeetingId meeting, TaskId id, @Nullable LocalDate due) {
        tasks.setDue(meeting, id, due);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setInternal(MeetingId meeting, TaskId id, boolean internal) {
        tasks.setInternal(meeting, id, internal);
    }

    /** Removes a task as {@link #remove(MeetingId, TaskId, int)} does, whatever was typed into it meanwhile. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeAtDesk(MeetingId meeting, TaskId id) {
        remove(meeting, id, tasks.version(meeting, id));
    }

    /** Removes a task given by mistake. What was dealt with at other meetings is cancelled instead. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void remove(MeetingId meeting, TaskId id, int version) {
        if (tasks.livesOn(meeting, id)) {
            throw new InvalidInputException("tasks.remove.livesOn");
        }
        tasks.delete(meeting, id, version);
    }

    /** @param at the meeting at which it was said, null between meetings */
    @PreAuthorize("@taskRights.finish(#task)")
    public void finish(TaskId task, @Nullable MeetingId at, @Nullable String note) {
        var before = standing(task, at);
        change(task, before, TaskChange.FINISH, at, before.due(), note);
    }

    /** As {@link #finish}, by its owner who takes part in a meeting of its group; what is done stays so. */
    @PreAuthorize("@speakerRights.takesPart(#meeting) and @taskRights.finishOwn(#meeting, #task)")
    public void finishOwn(MeetingId meeting, TaskId task) {
        var before = standing(task, null);
        if (before.state() != TaskState.DONE) {
            change(task, before, TaskChange.FINISH, null, before.due(), null);
        }
    }

    @PreAuthorize("@taskRights.write(#task)")
    public void cancel(TaskId task, @Nullable MeetingId at, String reason) {
        String why = Input.line(reason, MAX_REASON);
        if (why == null) {
            throw new InvalidInputException("tasks.cancel.reason.needed");
        }
        var before = standing(task, at);
        change(task, before, TaskChange.CANCEL, at, before.due(), why);
    }

    @PreAuthorize("@taskRights.write(#task)")
    public void reopen(TaskId task, @Nullable MeetingId at, @Nullable String note) {
        var before = standing(task, at);
        change(task, before, TaskChange.REOPEN, at, before.due(), note);
    }

    @PreAuthorize("@taskRights.write(#task)")
    public void postpone(TaskId task, @Nullable MeetingId at, @Nullable LocalDate due, @Nullable String note) {
        if (due == null) {
            throw new InvalidInputException("tasks.postpone.due.needed");
        }
        change(task, standing(task, at), TaskChange.POSTPONE, at, due, note);
    }

    /** Keeps that the task was dealt with, and what was said; nothing about it changes. */
    @PreAuthorize("@taskRights.write(#task)")
    public void discussed(TaskId task, @Nullable MeetingId at, @Nullable String note) {
        var before = standing(task, at);
        change(task, before, TaskChange.DISCUSS, at, before.due(), note);
    }

    private TaskRepository.Standing standing(TaskId task, @Nullable MeetingId at) {
        var standing = tasks.standing(task).orElseThrow(() -> new NotFoundException(task));
        if (at != null && !tasks.isOf(at, standing.group())) {
            throw new NotFoundException(at);
        }
        return standing;
    }

    private void change(
            TaskId task,
            TaskRepository.Standing before,
            TaskChange change,
            @Nullable MeetingId at,
            @Nullable LocalDate due,
            @Nullable String typed) {
        TaskState state = change.from(before.state());
        String text = Input.text(typed, MAX_NOTE);
        String note = text.isEmpty() ? null : text;
        if (change != TaskChange.DISCUSS) {
            tasks.change(task, before.version(), state, due, state == TaskState.CANCELLED ? note : null);
        }
        keepStep(task, at, state, due, note);
    }

    private void keepStep(
            TaskId task, @Nullable MeetingId at, TaskState state, @Nullable LocalDate due, @Nullable String note) {
        tasks.insertStep(
                task,
                at,
                state,
                due,
                note,
                CurrentActor.findName().orElseThrow(),
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }
}
