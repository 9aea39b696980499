package cz.koplan.meetings;

import org.jspecify.annotations.Nullable;

/** A topic in the backlog of a group; {@code proposedBy} names who brought it up. */
public record BacklogItem(
        BacklogItemId id,
        int version,
        BacklogData data,
        @Nullable String proposedBy) {}
