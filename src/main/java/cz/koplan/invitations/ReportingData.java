package cz.koplan.invitations;

import cz.koplan.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * How a group collects reports.
 *
 * @param reminderDays days before the meeting, 1 to 60; null = no automatic reminder
 * @param validDays after how many days, 7 to 730, it is asked whether a report still holds
 */
public record ReportingData(@Nullable Integer reminderDays, int validDays) {

    static final ReportingData USUAL = new ReportingData(null, 90);

    public ReportingData {
        if (reminderDays != null && (reminderDays < 1 || reminderDays > 60)) {
            throw new InvalidInputException("invitations.reporting.reminderDays.range");
        }
        if (validDays < 7 || validDays > 730) {
            throw new InvalidInputException("invitations.reporting.validDays.range");
        }
    }
}
