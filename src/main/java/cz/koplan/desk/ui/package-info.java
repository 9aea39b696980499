/** The screens of the desk: the meeting as it runs, and the same for the projector. */
@NullMarked
package cz.koplan.desk.ui;

import org.jspecify.annotations.NullMarked;
