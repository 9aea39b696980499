/** How a report of a member shows on other screens, and the small forms that turn it into something. */
@NullMarked
package cz.koplan.updates.ui;

import org.jspecify.annotations.NullMarked;
