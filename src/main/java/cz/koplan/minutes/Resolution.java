package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;
import org.jspecify.annotations.Nullable;

/**
 * A resolution of a meeting.
 *
 * @param agendaItem under which it was taken; unknown for old minutes
 * @param internal for the group only
 * @param withdrawn no longer holds, but keeps its number
 */
public record Resolution(
        ResolutionId id,
        int version,
        ResolutionData data,
        @Nullable AgendaItemId agendaItem,
        boolean internal,
        boolean withdrawn,
        @Nullable Vote vote) {}
