package cz.koplan.meetings;

import cz.koplan.shared.refs.Ref;
import cz.koplan.shared.refs.RefNames;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the preparation of a meeting shows, as far as the reader may see it.
 *
 * @param hidden for coordinators all hidden topics of the backlog, for others those that they proposed themselves
 * @param plannedMinutes what the items take together, skipped ones aside
 * @param plannedEnd when they would be through; null while the meeting has no start
 * @param next the planned meeting that unfinished items go on to
 * @param origins what items of the agenda and of the backlog came from, where that is known
 * @param coordinates whether the reader coordinates the group
 * @param writable whether the reader may change the meeting
 */
public record AgendaPage(
        Meeting meeting,
        List<Line> lines,
        List<BacklogItem> backlog,
        List<Proposed> hidden,
        int plannedMinutes,
        @Nullable LocalDateTime plannedEnd,
        Optional<Next> next,
        Map<Ref, List<RefNames.Named>> origins,
        boolean coordinates,
        boolean writable) {

    /**
     * An item of the agenda.
     *
     * @param continuedFrom the day of the meeting it was left over from
     * @param atNext what becomes of it at the next meeting
     */
    public record Line(
            AgendaItem item, @Nullable LocalDate continuedFrom, CarryOverReason atNext, List<ItemFile> files) {}

    public record Next(MeetingId id, LocalDate heldOn) {}

    public List<RefNames.Named> originsOf(Ref item) {
        return origins.getOrDefault(item, List.of());
    }

    /** Whether the items take longer than the meeting has. */
    public boolean overtime() {
        var data = meeting.data();
        return plannedEnd != null
                && data.endsAt() != null
                && plannedEnd.isAfter(data.heldOn().atTime(data.endsAt()));
    }
}
