package cz.koplan.services;

import cz.koplan.organisations.OrganisationId;
import java.util.Optional;

/** @param text part of the name of the service, its organisation or kind, a short name of either, or a register id */
public record ServiceFilter(
        Optional<OrganisationId> organisation, Optional<KindId> kind, Optional<OrpId> orp, String text) {

    public static final ServiceFilter ANY = new ServiceFilter(Optional.empty(), Optional.empty(), Optional.empty(), "");
}
