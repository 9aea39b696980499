package cz.koplan.tasks;

import cz.koplan.meetings.MeetingId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class TaskService {

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

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void update(MeetingId meeting, TaskId id, int version, TaskData data) {
        tasks.update(meeting, id, version, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void remove(MeetingId meeting, TaskId id, int version) {
        tasks.delete(meeting, id, version);
    }
}
