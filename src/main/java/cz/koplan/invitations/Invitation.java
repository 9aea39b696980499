package cz.koplan.invitations;

import cz.koplan.links.LinkId;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody's invitation to a meeting; times are UTC, {@code sequence} is that of the calendar entry sent last. */
record Invitation(
        PersonId person,
        LinkId link,
        int sequence,
        LocalDateTime invitedAt,
        @Nullable LocalDateTime remindedAt,
        @Nullable LocalDateTime withdrawnAt) {

    boolean live() {
        return withdrawnAt == null;
    }
}
