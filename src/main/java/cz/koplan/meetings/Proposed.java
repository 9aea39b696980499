package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A topic that somebody proposed, and what became of it.
 *
 * @param proposedBy by name
 * @param proposedAt UTC
 * @param hidden null unless a coordinator hid it
 * @param taken null until a meeting takes it onto its agenda
 */
public record Proposed(
        BacklogItemId id,
        int version,
        GroupId group,
        String title,
        @Nullable String proposedBy,
        LocalDateTime proposedAt,
        @Nullable Hidden hidden,
        @Nullable Taken taken) {

    /** @param at UTC */
    public record Hidden(String reason, String by, LocalDateTime at) {}

    public record Taken(MeetingId meeting, LocalDate heldOn) {}
}
