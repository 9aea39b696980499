package cz.koplan.groups;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** {@code quorumPercent} of the members must be present for a decision; null when the group asks for none. */
public record GroupData(
        String name,
        @Nullable String shortName,
        GroupKind kind,
        @Nullable String description,
        boolean active,
        @Nullable Integer quorumPercent) {

    public GroupData {
        name = Input.required(name, 200);
        shortName = Input.line(shortName, 60);
        description = description == null || description.isBlank() ? null : Input.text(description, 20_000);
        if (quorumPercent != null && (quorumPercent < 1 || quorumPercent > 100)) {
            throw new InvalidInputException("groups.quorum.range");
        }
    }

    /** A group without a quorum. */
    public GroupData(
            String name, @Nullable String shortName, GroupKind kind, @Nullable String description, boolean active) {
        this(name, shortName, kind, description, active, null);
    }
}
