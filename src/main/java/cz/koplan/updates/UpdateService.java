package cz.koplan.updates;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingRights;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import cz.koplan.shared.files.FileId;
import cz.koplan.shared.files.FileStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class UpdateService {

    private final UpdateRepository updates;
    private final MeetingRights rights;
    private final GroupRights groups;
    private final FileStore files;

    UpdateService(UpdateRepository updates, MeetingRights rights, GroupRights groups, FileStore files) {
        this.updates = updates;
        this.rights = rights;
        this.groups = groups;
        this.files = files;
    }

    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public List<ProviderUpdate> of(MeetingId meeting) {
        return updates.of(meeting, rights.coordinates(meeting));
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public UpdateId add(MeetingId meeting, AgendaItemId item, UpdateData data) {
        requireFree(meeting, data, Optional.empty());
        return updates.insert(meeting, item, data);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void update(MeetingId meeting, UpdateId id, int version, UpdateData data) {
        requireFree(meeting, data, Optional.of(id));
        updates.update(meeting, id, version, data);
    }

    private void requireFree(MeetingId meeting, UpdateData data, Optional<UpdateId> except) {
        if (data.organisation() != null && updates.isTaken(meeting, data.organisation(), except)) {
            throw new InvalidInputException("updates.organisation.taken");
        }
    }

    /** Gives every member of the group a line at the round table of a meeting that is not over. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    @Transactional(isolation = Isolation.READ_COMMITTED) // behind the lock the lines that are there now are read
    public void prepare(MeetingId meeting) {
        updates.addMissingLines(meeting);
    }

    /**
     * Stores what is typed into the line.
     *
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public StoredText saveText(MeetingId meeting, UpdateId id, TextEdit edit) {
        return updates.saveText(meeting, id, edit);
    }

    /** Notes something instead of a text; a text that is there stays. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setOutcome(MeetingId meeting, UpdateId id, @Nullable UpdateOutcome outcome) {
        updates.setOutcome(meeting, id, outcome);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setInternal(MeetingId meeting, UpdateId id, boolean internal) {
        updates.setInternal(meeting, id, internal);
    }

    /**
     * Puts what the member handed in later in the place of the text of the minutes.
     *
     * @return the text that stood there
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public String takeOver(MeetingId meeting, UpdateId id) {
        return updates.takeOver(meeting, id);
    }

    /** Takes {@link #takeOver} back; {@code text} is what it returned. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void putBack(MeetingId meeting, UpdateId id, String text) {
        updates.putBack(meeting, id, Input.text(text, TextEdit.MAX));
    }

    /** Leaves the text of the minutes although the member handed in another one later. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void keepRecorded(MeetingId meeting, UpdateId id) {
        updates.keepRecorded(meeting, id);
    }

    /** Returns a file that a member of the group handed in. */
    @PreAuthorize("@groupRights.readInside(#group)")
    @Transactional(readOnly = true)
    public ReportFile.Content file(GroupId group, ReportFileId id) {
        FileId file = updates.file(group, id, groups.coordinates(group)).orElseThrow(() -> new NotFoundException(id));
        return new ReportFile.Content(files.name(file), files.read(file));
    }

    /** @throws InvalidInputException when the member wrote into the line */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void remove(MeetingId meeting, UpdateId id, int version) {
        updates.delete(meeting, id, version);
    }
}
