/** The desk from which a meeting is run, and its parts. */
@NullMarked
package cz.koplan.desk.ui;

import org.jspecify.annotations.NullMarked;
