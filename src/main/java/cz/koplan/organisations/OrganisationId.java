package cz.koplan.organisations;

public record OrganisationId(long value) {}
