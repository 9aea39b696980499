package cz.koplan.meetings;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member of the group for which a person speaks at a meeting.
 *
 * @param organisation null where the member is a person, who speaks for nobody else
 * @param name of the organisation or of the person
 * @param through null where the member is a person
 */
public record Voice(
        MemberId member,
        @Nullable OrganisationId organisation,
        PersonId person,
        String name,
        @Nullable DelegateKind through) {}
