package cz.koplan.groups;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a group: an organisation with its delegates, or a person. Days are inclusive; no end means still. */
public record Member(
        MemberId id,
        int version,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Delegate> delegates) {

    public record Delegate(
            DelegateId id,
            int version,
            PersonId person,
            String name,
            DelegateKind kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
