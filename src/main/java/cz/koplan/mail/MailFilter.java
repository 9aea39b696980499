package cz.koplan.mail;

import cz.koplan.groups.GroupId;
import java.util.Optional;

/** Which mails to list; {@code text} is looked for in names, addresses and subjects, blank means any. */
public record MailFilter(Optional<MailState> state, Optional<GroupId> group, String text) {

    public static final MailFilter ANY = new MailFilter(Optional.empty(), Optional.empty(), "");
}
