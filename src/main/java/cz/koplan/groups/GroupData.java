package cz.koplan.groups;

import cz.koplan.shared.Input;
import org.jspecify.annotations.Nullable;

public record GroupData(
        String name,
        @Nullable String shortName,
        GroupKind kind,
        @Nullable String description,
        boolean active) {

    public GroupData {
        name = Input.required(name, 200);
        shortName = Input.line(shortName, 60);
        description = description == null || description.isBlank() ? null : Input.text(description, 20_000);
    }
}
