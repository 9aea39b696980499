/**
 * What the application stands on and no feature owns: the embedded database server that runs when no other is named. It
 * keeps everything below one data directory, is reached from this machine only and ends with the application.
 */
@NullMarked
package cz.koplan.platform;

import org.jspecify.annotations.NullMarked;
