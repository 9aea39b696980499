/** Screens of meetings. */
@NullMarked
package cz.koplan.meetings.ui;

import org.jspecify.annotations.NullMarked;
