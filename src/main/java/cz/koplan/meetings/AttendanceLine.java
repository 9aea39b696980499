package cz.koplan.meetings;

import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.MemberId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.TriadRole;
import cz.koplan.shared.actor.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, or a person on their own, at a meeting.
 *
 * @param member the membership that brought the line here; null for guests and old minutes
 * @param name of the organisation, known or as written; of the person where there is none
 * @param role the side of the triad; null where unknown and for guests
 * @param speaker who speaks for the organisation; empty while nobody is named and for people on their own
 * @param person the speaker, or the person on their own, where known
 * @param through in which capacity the speaker speaks, if as a delegate
 * @param choices delegates first, then deputies, of the meeting's day
 * @param ofOrganisation the line is that of an organisation, so somebody may speak for it
 * @param joinedAt the item at which they came later; null = from the start
 * @param leftAt the item before which they left; null = until the end
 */
public record AttendanceLine(
        AttendanceId id,
        int version,
        @Nullable MemberId member,
        @Nullable OrganisationId organisation,
        String name,
        @Nullable TriadRole role,
        AttendanceKind kind,
        String speaker,
        @Nullable PersonId person,
        @Nullable DelegateKind through,
        List<Speaker> choices,
        boolean ofOrganisation,
        @Nullable AgendaItemId joinedAt,
        @Nullable AgendaItemId leftAt,
        int position) {

    public boolean present() {
        return kind == AttendanceKind.PRESENT;
    }

    /** Whether they are in the room while the item is discussed; {@code agenda} is the meeting's, in its order. */
    public boolean presentAt(AgendaItemId item, List<AgendaItem> agenda) {
        int now = AgendaItem.indexIn(agenda, item);
        int joined = AgendaItem.indexIn(agenda, joinedAt);
        int left = AgendaItem.indexIn(agenda, leftAt);
        return present() && joined <= now && (left < 0 || now < left);
    }
}
