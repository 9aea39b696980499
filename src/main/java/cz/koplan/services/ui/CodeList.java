package cz.koplan.services.ui;

import java.util.Arrays;
import java.util.Optional;

/** The code lists in the order in which they are offered, each with the end of its address and the key of its name. */
enum CodeList {
    KINDS("kinds", "codeLists.kinds"),
    TARGET_GROUPS("target-groups", "codeLists.targetGroups"),
    PLANNING_GROUPS("planning-groups", "codeLists.planningGroups"),
    ORPS("orp", "codeLists.orps"),
    OTHERS("others", "codeLists.fixed");

    private final String path;
    private final String nameKey;

    CodeList(String path, String nameKey) {
        this.path = path;
        this.nameKey = nameKey;
    }

    String path() {
        return path;
    }

    String nameKey() {
        return nameKey;
    }

    static Optional<CodeList> at(String path) {
        return Arrays.stream(values()).filter(list -> list.path.equals(path)).findFirst();
    }
}
