/**
 * Fills an empty database with a fictitious region to try Koplán on: with {@code koplan.demo=true} it writes groups,
 * organisations, people and a year of meetings through the services of the features. What they say lies in the readable
 * files of {@code demo/} on the class path; nothing else depends on this package.
 */
@NullMarked
package cz.koplan.demo;

import org.jspecify.annotations.NullMarked;
