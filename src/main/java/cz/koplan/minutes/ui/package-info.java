/** Screens of minutes. */
@NullMarked
package cz.koplan.minutes.ui;

import org.jspecify.annotations.NullMarked;
