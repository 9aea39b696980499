package cz.koplan.meetings;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * An agenda item as it is planned.
 *
 * @param number as announced; null for a section outside the agenda
 * @param minutes planned duration, 1 to 600
 * @param standing comes back at every meeting
 * @param coordinatorOnly seen by coordinators only, never in the minutes
 * @param skipped hidden this time, back next time
 */
public record AgendaItemData(
        @Nullable Integer number,
        String title,
        AgendaItemKind kind,
        @Nullable Integer minutes,
        @Nullable String presenter,
        boolean standing,
        boolean coordinatorOnly,
        boolean skipped) {

    public static final int MAX_MINUTES = 600;

    public AgendaItemData {
        title = Input.required(title, 300);
        presenter = Input.line(presenter, 200);
        if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES)) {
            throw new InvalidInputException("meetings.item.minutes.range", MAX_MINUTES);
        }
    }

    /** An item of which only the heading is known. */
    public AgendaItemData(@Nullable Integer number, String title, AgendaItemKind kind) {
        this(number, title, kind, null, null, false, false, false);
    }

    /** Returns the item planned as before under another heading. */
    public AgendaItemData with(@Nullable Integer number, String title, AgendaItemKind kind) {
        return new AgendaItemData(number, title, kind, minutes, presenter, standing, coordinatorOnly, skipped);
    }

    /** Whether it has a place in the minutes. */
    public boolean inMinutes() {
        return !coordinatorOnly && !skipped;
    }
}
