/** Meetings of a group: when and where, agenda and attendance. */
@NullMarked
package cz.koplan.meetings;

import org.jspecify.annotations.NullMarked;
