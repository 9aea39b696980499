/** Small things every feature needs: the errors a person can mend, and the cleaning of typed text. */
@NullMarked
package cz.koplan.shared;

import org.jspecify.annotations.NullMarked;
