/**
 * What updates tell, looked at from elsewhere than the meeting: by organisation, by service, and by quarter and locality
 * (the barometer of the network); and the question whether they still hold.
 */
@NullMarked
package cz.koplan.situation;

import org.jspecify.annotations.NullMarked;
