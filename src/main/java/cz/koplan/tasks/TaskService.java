package cz.koplan.tasks;

import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class TaskService {

    /** Characters; the column holds 65,535 bytes. */
    private static final int MAX_TEXT = 16_000;

    private final TaskRepository tasks;

    TaskService(TaskRepository tasks) {
        this.tasks = tasks;
    }

    /** Returns the tasks given at the meeting. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public List<Task> of(MeetingId meeting) {
        return tasks.of(meeting);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public TaskId add(MeetingId meeting, TaskData data) {
        return tasks.insert(meeting, data);
    }

    /** Adds a task under an agenda item; text, owner and day may follow while people talk. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public TaskId addAtDesk(
            MeetingId meeting,
            AgendaItemId item,
            String text,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable LocalDate due) {
        return tasks.insertAtDesk(meeting, item, Input.text(text, MAX_TEXT), person, organisation, due);
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

    /** Takes away a task that was just given. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void removeAtDesk(MeetingId meeting, TaskId id) {
        tasks.deleteAtDesk(meeting, id);
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

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void update(MeetingId meeting, TaskId id, int version, TaskData data) {
        tasks.update(meeting, id, version, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void remove(MeetingId meeting, TaskId id, int version) {
        tasks.delete(meeting, id, version);
    }
}
