/** The frame of the application: layout, navigation by role, home, and the pages for errors. */
@NullMarked
package cz.koplan.shell;

import org.jspecify.annotations.NullMarked;
