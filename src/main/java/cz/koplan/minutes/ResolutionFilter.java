package cz.koplan.minutes;

import cz.koplan.groups.GroupId;
import java.util.Optional;

/**
 * Which resolutions to list.
 *
 * @param year of the meeting
 * @param text is looked for in the text and at the start of the number, blank means any
 * @param withdrawn withdrawn ones as well
 */
public record ResolutionFilter(Optional<GroupId> group, Optional<Integer> year, String text, boolean withdrawn) {

    public static final ResolutionFilter ALL = new ResolutionFilter(Optional.empty(), Optional.empty(), "", true);
}
