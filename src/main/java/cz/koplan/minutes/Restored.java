package cz.koplan.minutes;

import java.util.List;

/**
 * What came of restoring a revision.
 *
 * @param number of the revision that holds the minutes as they are now
 * @param stayed what came to the minutes later and is still there, in plain text
 */
public record Restored(int number, List<String> stayed) {}
