/** Working groups, their coordinators, members with dates of validity, delegates and deputies. */
@NullMarked
package cz.koplan.groups;

import org.jspecify.annotations.NullMarked;
