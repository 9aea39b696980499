package cz.koplan.meetings;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which item is being discussed, for how long, and what was discussed already. */
@Service
@Transactional
public class DiscussionService {

    private final DiscussionRepository discussion;
    private final MeetingRepository meetings;
    private final AgendaRepository agendas;
    private final Clock clock;

    DiscussionService(
            DiscussionRepository discussion, MeetingRepository meetings, AgendaRepository agendas, Clock clock) {
        this.discussion = discussion;
        this.meetings = meetings;
        this.agendas = agendas;
        this.clock = clock;
    }

    /** Returns the item being discussed. */
    @PreAuthorize("@meetingRights.read(#meeting)")
    @Transactional(readOnly = true)
    public Optional<AgendaItemId> current(MeetingId meeting) {
        return meetings.currentItem(meeting);
    }

    /** Turns to the item: its clock starts, the clock of the one before stops. */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public void discuss(MeetingId meeting, AgendaItemId item) {
        LocalDateTime now = now();
        discussion.lockCurrent(meeting);
        discussion.stopClocks(meeting, now);
        discussion.startClock(meeting, item, now);
        discussion.setCurrent(meeting, item);
    }

    /**
     * Takes the current item for discussed and turns to the next one that is not hidden this time.
     *
     * @return the item turned to; empty behind the last one
     */
    @PreAuthorize("@meetingRights.write(#meeting)")
    public Optional<AgendaItemId> next(MeetingId meeting) {
        Optional<AgendaItemId> current = discussion.lockCurrent(meeting);
        List<AgendaItemId> open = agendas.agenda(meeting).stream()
                .filter(item -> !item.data().skipped())
                .map(AgendaItem::id)
                .toList();
        discussion.stopClocks(meeting, now());
        current.ifPresent(item -> discussion.setDiscussed(meeting, item, true));
        int at = current.map(open::indexOf).orElse(-1) + 1;
        Optional<AgendaItemId> next = at < open.size() ? Optional.of(open.get(at)) : Optional.empty();
        next.ifPresent(item -> discussion.startClock(meeting, item, now()));
        discussion.setCurrent(meeting, next.orElse(null));
        return next;
    }

    @PreAuthorize("@meetingRights.write(#meeting)")
    public void setDiscussed(MeetingId meeting, AgendaItemId item, boolean discussed) {
        discussion.setDiscussed(meeting, item, discussed);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
