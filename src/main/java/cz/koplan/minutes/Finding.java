package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemId;
import org.jspecify.annotations.Nullable;

/**
 * Something that minutes lack before they are finished.
 *
 * @param item under which the place is; null outside the agenda
 * @param subject what it is about, in plain text; may be empty
 */
public record Finding(
        FinishCheck check, Place place, @Nullable AgendaItemId item, String subject) {

    /** What stays the same while people go on typing. */
    public record Id(FinishCheck check, Place place) {}

    public Id id() {
        return new Id(check, place);
    }
}
