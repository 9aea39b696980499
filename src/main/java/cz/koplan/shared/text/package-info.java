/**
 * Text as Koplán stores and shows it: the Markdown of the minutes, its internal passages, what differs between two
 * versions and how they merge, and the conventions of Czech typesetting and dates. Plain Java without Spring, database
 * or screen, so that every output uses the same rules.
 */
@NullMarked
package cz.koplan.shared.text;

import org.jspecify.annotations.NullMarked;
