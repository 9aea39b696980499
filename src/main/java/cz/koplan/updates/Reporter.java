package cz.koplan.updates;

import cz.koplan.groups.GroupId;
import cz.koplan.groups.MemberId;
import cz.koplan.meetings.MeetingId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group who reports; either an organisation or a person, whose {@code label} names the line.
 *
 * @param meeting the one reported to; null = at any time
 */
record Reporter(
        MemberId member,
        GroupId group,
        @Nullable MeetingId meeting,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        @Nullable String label) {}
