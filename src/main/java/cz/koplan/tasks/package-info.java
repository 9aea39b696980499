/** Tasks given at meetings: what, who, until when. */
@NullMarked
package cz.koplan.tasks;

import org.jspecify.annotations.NullMarked;
