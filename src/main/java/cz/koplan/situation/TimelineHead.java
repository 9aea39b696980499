package cz.koplan.situation;

import cz.koplan.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The service whose timeline it is.
 *
 * @param kind null for a related service outside of the act
 */
public record TimelineHead(String name, @Nullable String kind, OrganisationId organisation, String organisationName) {}
