/** What organisations say: lines of the round table. */
@NullMarked
package cz.koplan.updates;

import org.jspecify.annotations.NullMarked;
