/** Inviting to meetings and what the invited answer, by their personal link or signed in. */
@NullMarked
package cz.koplan.invitations;

import org.jspecify.annotations.NullMarked;
