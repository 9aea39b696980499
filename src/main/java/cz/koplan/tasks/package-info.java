/**
 * Tasks given at meetings: what, who, until when, and what became of them over the meetings. A task belongs to its group
 * and outlives the meeting where it was given.
 */
@NullMarked
package cz.koplan.tasks;

import org.jspecify.annotations.NullMarked;
