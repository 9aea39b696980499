package cz.koplan.imports;

import cz.koplan.groups.GroupRights;
import cz.koplan.shared.actor.CurrentActor;
import org.springframework.stereotype.Component;

/** Imports belong to whoever dropped the file, and to the coordinators of the group it was assigned to. */
@Component("importRights")
public class ImportRights {

    private final ImportRepository imports;
    private final GroupRights groups;

    ImportRights(ImportRepository imports, GroupRights groups) {
        this.imports = imports;
        this.groups = groups;
    }

    public boolean start() {
        return groups.coordinatesAny();
    }

    public boolean use(ImportId id) {
        return groups.coordinatesAny()
                && imports.find(id)
                        .filter(found -> CurrentActor.get().account().equals(found.createdBy())
                                || (found.group() != null && groups.coordinates(found.group())))
                        .isPresent();
    }
}
