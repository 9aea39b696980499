package cz.koplan.updates;

import cz.koplan.meetings.MeetingId;
import cz.koplan.shared.refs.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of an update.
 *
 * @param proposal which proposal it is; null for anything else
 * @param title plain text
 * @param meeting on whose agenda it is, or where the task was given; null for the backlog and proposals
 */
public record Outcome(
        UpdateId update,
        Ref ref,
        @Nullable ProposalKind proposal,
        String title,
        @Nullable MeetingId meeting,
        @Nullable LocalDate heldOn,
        OutcomeState state) {}
