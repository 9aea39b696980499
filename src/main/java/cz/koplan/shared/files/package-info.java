/** Files kept in the database in chunks, so that every node and every backup has them. */
@NullMarked
package cz.koplan.shared.files;

import org.jspecify.annotations.NullMarked;
