/** Screens of tasks: one's own over all groups, and what happened to each. */
@NullMarked
package cz.koplan.tasks.ui;

import org.jspecify.annotations.NullMarked;
