/** Pictures as lists of shapes and texts, made by plain Java and written as SVG for the screen. */
@NullMarked
package cz.koplan.shared.pictures;

import org.jspecify.annotations.NullMarked;
