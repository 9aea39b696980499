package cz.koplan.organisations;

/** One name under which an organisation is known: its own, or an alias. */
public record OrganisationName(OrganisationId id, String name, String knownAs) {}
