/** Screens of groups. */
@NullMarked
package cz.koplan.groups.ui;

import org.jspecify.annotations.NullMarked;
