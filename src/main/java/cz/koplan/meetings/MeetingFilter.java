package cz.koplan.meetings;

import cz.koplan.groups.GroupId;
import java.util.Optional;

/** Which meetings to list; {@code text} is looked for in the title, blank means any. */
public record MeetingFilter(String text, Optional<GroupId> group) {

    public static final MeetingFilter ANY = new MeetingFilter("", Optional.empty());
}
