package cz.koplan.meetings;

import java.time.Duration;
import java.time.Instant;
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

    public Duration used(Instant now) {
        Duration earlier = Duration.ofSeconds(secondsUsed);
        return runningSince == null ? earlier : earlier.plus(Duration.between(runningSince, now));
    }

    AgendaItem asDiscussed() {
        return new AgendaItem(id, version, data, true, secondsUsed, runningSince, carriedFrom);
    }
}
