/** The organisation's own page, the timeline of a service, and the barometer of the network. */
@NullMarked
package cz.koplan.situation.ui;

import org.jspecify.annotations.NullMarked;
