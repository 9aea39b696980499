/**
 * Minutes of meetings: what they hold at one moment and how they look on paper, in the internal version and in the
 * public one, which names organisations instead of people.
 */
@NullMarked
package cz.koplan.minutes;

import org.jspecify.annotations.NullMarked;
