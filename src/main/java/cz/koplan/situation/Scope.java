package cz.koplan.situation;

import cz.koplan.groups.GroupId;
import cz.koplan.shared.actor.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees today.
 *
 * @param person null when nobody acts
 * @param everywhere reads inside every group
 * @param inside the groups whose inner texts they read
 * @param coordinated the groups whose coordinators' items they read, too
 */
record Scope(@Nullable PersonId person, boolean everywhere, Set<GroupId> inside, Set<GroupId> coordinated) {

    boolean inside(GroupId group) {
        return everywhere || inside.contains(group);
    }
}
