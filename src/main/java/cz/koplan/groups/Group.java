package cz.koplan.groups;

import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.files.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Group(
        GroupId id, int version, GroupData data, @Nullable FileId logo, List<Coordinator> coordinators) {

    public record Coordinator(CoordinatorId id, PersonId person, String name) {}
}
