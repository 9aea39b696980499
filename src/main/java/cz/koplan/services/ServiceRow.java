package cz.koplan.services;

import cz.koplan.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A service in a list.
 *
 * @param kind the name of its kind; null for a related service outside of the act
 * @param orps names joined by commas; null when none is given
 */
public record ServiceRow(
        ServiceId id,
        String name,
        OrganisationId organisation,
        String organisationName,
        @Nullable String kind,
        @Nullable String orps,
        @Nullable String registerId,
        boolean active) {}
