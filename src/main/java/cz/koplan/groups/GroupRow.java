package cz.koplan.groups;

import org.jspecify.annotations.Nullable;

/** A group in a list; {@code members} counts those valid today, {@code coordinators} are names joined by commas. */
public record GroupRow(
        GroupId id,
        String name,
        @Nullable String shortName,
        GroupKind kind,
        boolean active,
        int members,
        @Nullable String coordinators) {}
