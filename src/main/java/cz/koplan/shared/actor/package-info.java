/** Who is acting: the ids of account and person, and the signed-in actor that rights and the change log ask for. */
@NullMarked
package cz.koplan.shared.actor;

import org.jspecify.annotations.NullMarked;
