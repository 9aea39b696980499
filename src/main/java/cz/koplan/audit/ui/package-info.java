/** The screen of the change log. */
@NullMarked
package cz.koplan.audit.ui;

import org.jspecify.annotations.NullMarked;
