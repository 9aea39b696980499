/**
 * The minutes desk: a whole meeting run from one screen. What is typed there by keyboard alone becomes entries of the
 * minutes; the grammar of a typed line is plain Java without Spring, database or screen.
 */
@NullMarked
package cz.koplan.desk;

import org.jspecify.annotations.NullMarked;
