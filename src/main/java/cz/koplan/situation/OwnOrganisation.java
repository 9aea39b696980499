package cz.koplan.situation;

import cz.koplan.organisations.OrganisationId;

/** An organisation for which somebody speaks; {@code asked} counts updates they are asked about. */
public record OwnOrganisation(OrganisationId id, String name, int asked) {}
