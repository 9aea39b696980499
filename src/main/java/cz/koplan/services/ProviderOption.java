package cz.koplan.services;

import cz.koplan.organisations.OrganisationId;

/** An organisation to choose from. */
public record ProviderOption(OrganisationId id, String name) {}
