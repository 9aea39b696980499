package cz.koplan.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item on the agenda of a meeting, and how it goes there.
 *
 * @param secondsUsed without what has passed since {@code runningSince}
 * @param runningSince the moment its clock was started; null while it stands
 * @param carriedFrom the item of an earlier meeting that it continues
 */
public record AgendaItem(
        AgendaItemId id,
        int version,
        AgendaItemData data,
        boolean discussed,
        int secondsUsed,
        @Nullable Instant runningSince,
        @Nullable AgendaItemId carriedFrom) {

    /** Returns the place of the item on the agenda, from 0; -1 when it is not there. */
    static int indexIn(List<AgendaItem> agenda, @Nullable AgendaItemId item) {
        return item == null ? -1 : agenda.stream().map(AgendaItem::id).toList().indexOf(item);
    }

    public Duration used(Instant now) {
        Duration earlier = Duration.ofSeconds(secondsUsed);
        return runningSince == null ? earlier : earlier.plus(Duration.between(runningSince, now));
    }

    AgendaItem asDiscussed() {
        return new AgendaItem(id, version, data, true, secondsUsed, runningSince, carriedFrom);
    }
}
