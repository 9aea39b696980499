package cz.koplan.meetings;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the attendance as written; {@code organisationLabel} names the organisation while it is not a known one.
 * A line without a name stands for an organisation.
 */
public record AttendeeData(
        String name,
        @Nullable PersonId person,
        @Nullable OrganisationId organisation,
        @Nullable String organisationLabel,
        AttendanceKind kind) {

    public AttendeeData {
        String line = Input.line(name, 200);
        name = line == null ? "" : line;
        organisationLabel = organisation == null ? Input.line(organisationLabel, 200) : null;
        if (name.isEmpty() && organisation == null && organisationLabel == null) {
            throw new InvalidInputException("meetings.attendee.nobody");
        }
    }
}
