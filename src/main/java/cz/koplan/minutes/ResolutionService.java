package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;
import cz.koplan.meetings.Meeting;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.Input;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Resolutions with their yearly numbers, and the register of them over all groups. */
@Service
@Transactional
public class ResolutionService {

    private static final int MAX_TEXT = 60_000;
    private static final int PAGE = 1000;

    private final ResolutionRepository resolutions;
    private final MeetingService meetings;

    ResolutionService(ResolutionRepository resolutions, MeetingService meetings) {
        this.resolutions = resolutions;
        this.meetings = meetings;
    }

    /**
     * Records a resolution, at first maybe without a text, under the next number of the group in the meeting's year. The
     * number stays taken whatever becomes of the resolution.
     *
     * @param item under which it is taken, null outside the agenda
     * @throws NotFoundException when the item is not on the meeting's agenda
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public ResolutionId record(MeetingId meeting, @Nullable AgendaItemId item, String text) {
        String clean = Input.text(text, MAX_TEXT);
        if (item != null && !resolutions.isOnAgenda(meeting, item)) {
            throw new NotFoundException(item);
        }
        Meeting whole = meetings.get(meeting);
        int year = whole.data().heldOn().getYear();
        int number = resolutions.nextNumber(whole.group(), year);
        return resolutions.insert(meeting, item, number + "/" + year, clean);
    }

    /**
     * Notes that the resolution no longer holds; it keeps its number.
     *
     * @throws NotFoundException when the meeting has no such resolution
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void withdraw(MeetingId meeting, ResolutionId id) {
        resolutions.withdraw(meeting, id);
    }

    /** Returns a page of the resolutions that the actor may read, the newest first. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<ResolutionRow> register(ResolutionFilter filter, int offset, int limit) {
        return resolutions.rows(filter, visible(), offset, limit);
    }

    /**
     * Writes all resolutions of the register that fit, in its order, as a table with Czech headings. Only a page of them
     * is in memory at a time, and no transaction waits for a slow reader; reading on from the last row repeats nothing
     * even while others record.
     *
     * @throws IOException when {@code out} takes no more
     */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public void export(ResolutionFilter filter, RegisterFormat format, OutputStream out) throws IOException {
        Condition visible = visible();
        try (RegisterTable table = format.table(out)) {
            List<ResolutionRow> page = resolutions.rows(filter, visible, 0, PAGE);
            while (!page.isEmpty()) {
                for (ResolutionRow row : page) {
                    table.add(row);
                }
                table.flush();
                page = resolutions.rowsAfter(filter, visible, page.getLast(), PAGE);
            }
        }
    }

    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public int count(ResolutionFilter filter) {
        return resolutions.count(filter, visible());
    }

    /** Returns the years with a resolution that the actor may read, the latest first. */
    @PreAuthorize("@groupRights.signedIn()")
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return resolutions.years(visible());
    }

    private Condition visible() {
        return meetings.visible()
                .and(ResolutionRepository.seenBy(CurrentActor.get().person()));
    }
}
