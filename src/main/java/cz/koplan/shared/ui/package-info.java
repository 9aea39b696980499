/** Pieces of screens that several features use. */
@NullMarked
package cz.koplan.shared.ui;

import org.jspecify.annotations.NullMarked;
