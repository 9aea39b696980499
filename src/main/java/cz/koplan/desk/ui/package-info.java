/** The screen on which a meeting is run, in sections that each change in place while somebody works in another. */
@NullMarked
package cz.koplan.desk.ui;

import org.jspecify.annotations.NullMarked;
