/** Koplán: the working desk of community planning of social services. One package per feature. */
@NullMarked
package cz.koplan;

import org.jspecify.annotations.NullMarked;
