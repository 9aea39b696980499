package cz.koplan.invitations;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A member on the day of the meeting with one of those who speak for it.
 *
 * @param organisation null where the member is a person
 * @param name of the member
 * @param contact null where nobody speaks for the organisation
 * @param through null where the member is a person or nobody speaks for it
 */
record Seat(
        MemberId member,
        @Nullable OrganisationId organisation,
        String name,
        @Nullable Contact contact,
        @Nullable DelegateKind through) {}
