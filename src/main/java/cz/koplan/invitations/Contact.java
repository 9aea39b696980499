package cz.koplan.invitations;

import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person to write to.
 *
 * @param email null = nothing can be sent
 * @param language of the person's account, else Czech
 */
record Contact(PersonId person, String name, @Nullable String email, String language) {}
