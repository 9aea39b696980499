package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.changes.StoredText;
import cz.koplan.shared.changes.TextEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Entries and resolutions while they are being typed at a meeting: nothing here asks for a version of the row. */
@Service
@Transactional
public class EntryService {

    /** Characters; the column of a resolution holds 65,535 bytes. */
    private static final int MAX_RESOLUTION = 16_000;

    private final EntryRepository entries;

    EntryService(EntryRepository entries) {
        this.entries = entries;
    }

    /** Adds an entry, of which the text may follow. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public EntryId add(MeetingId meeting, AgendaItemId item, EntryKind kind, String text) {
        return entries.insert(meeting, item, kind, Input.text(text, TextEdit.MAX));
    }

    /**
     * Stores what is typed into the entry.
     *
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public StoredText saveText(MeetingId meeting, EntryId id, TextEdit edit) {
        return entries.saveText(meeting, id, edit);
    }

    /**
     * Stores what is typed into the resolution.
     *
     * @throws cz.koplan.shared.changes.TextConflictException when somebody else changed the same place
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public StoredText saveText(MeetingId meeting, ResolutionId id, TextEdit edit) {
        if (edit.text().length() > MAX_RESOLUTION) {
            throw new InvalidInputException(
                    "input.tooLong", MAX_RESOLUTION, edit.text().length());
        }
        return entries.saveText(meeting, id, edit);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setKind(MeetingId meeting, EntryId id, EntryKind kind) {
        entries.setKind(meeting, id, kind);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setInternal(MeetingId meeting, EntryId id, boolean internal) {
        entries.setInternal(meeting, id, internal);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setInternal(MeetingId meeting, ResolutionId id, boolean internal) {
        entries.setInternal(meeting, id, internal);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setVote(MeetingId meeting, EntryId id, @Nullable Vote vote) {
        entries.setVote(meeting, id, vote);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setVote(MeetingId meeting, ResolutionId id, @Nullable Vote vote) {
        entries.setVote(meeting, id, vote);
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void remove(MeetingId meeting, EntryId id) {
        entries.delete(meeting, id);
    }
}
