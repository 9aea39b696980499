package cz.koplan.meetings;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the attendance as written; {@code organisationLabel} names the organisation while it is not a known one.
 * A line without a name stands for an organisation.
 *
 * @param member the membership that brought the line here; null for guests and old minutes
 * @param through in which capacity the named person speaks for the organisation, if as one of its delegates
 * @param joinedAt the item at which they came later; null = from the start
 * @param leftAt the item before which they left; null = until the end
 */
public record AttendeeData(
        String name,
        @Nullable PersonId person,
        @Nullable OrganisationId organisation,
        @Nullable String organisationLabel,
        AttendanceKind kind,
        @Nullable MemberId member,
        @Nullable DelegateKind through,
        @Nullable AgendaItemId joinedAt,
        @Nullable AgendaItemId leftAt) {

    public AttendeeData {
        String line = Input.line(name, 200);
        name = line == null ? "" : line;
        organisationLabel = organisation == null ? Input.line(organisationLabel, 200) : null;
        if (name.isEmpty() && organisation == null && organisationLabel == null) {
            throw new InvalidInputException("meetings.attendee.nobody");
        }
    }

    /** Somebody of whom no membership is known. */
    public AttendeeData(
            String name,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            @Nullable String organisationLabel,
            AttendanceKind kind) {
        this(name, person, organisation, organisationLabel, kind, null, null, null, null);
    }
}
