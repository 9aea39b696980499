package cz.koplan.organisations;

import java.util.List;

public record Organisation(OrganisationId id, int version, OrganisationData data, List<Alias> aliases) {

    public record Alias(AliasId id, String text) {}
}
