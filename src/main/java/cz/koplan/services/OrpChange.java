package cz.koplan.services;

import org.jspecify.annotations.Nullable;

/**
 * What an import does to one municipality with extended powers.
 *
 * @param before null when it is not known yet
 */
public record OrpChange(String code, @Nullable OrpData before, OrpData after) {

    public OrpChangeKind kind() {
        if (before == null) {
            return OrpChangeKind.ADDED;
        }
        return before.equals(after) ? OrpChangeKind.UNCHANGED : OrpChangeKind.CHANGED;
    }
}
