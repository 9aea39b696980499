package cz.koplan.meetings;

import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A topic in the backlog of a group; {@code proposedBy} names who brought it up.
 *
 * @param proposer null where a coordinator noted the topic, and for old proposals
 */
public record BacklogItem(
        BacklogItemId id,
        int version,
        BacklogData data,
        @Nullable String proposedBy,
        @Nullable PersonId proposer) {

    /** Whether the person may remove it without a word; what somebody else proposed is hidden with a reason. */
    public boolean removableBy(PersonId person) {
        return proposedBy == null || person.equals(proposer);
    }
}
