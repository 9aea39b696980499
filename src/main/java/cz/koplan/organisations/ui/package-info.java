/** Screens of organisations. */
@NullMarked
package cz.koplan.organisations.ui;

import org.jspecify.annotations.NullMarked;
