package cz.koplan.services;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A service with the names of what it refers to, also when a code list no longer offers them.
 *
 * @param kind null for a related service outside of the act
 */
public record SocialService(
        ServiceId id,
        int version,
        ProviderOption organisation,
        @Nullable KindOption kind,
        String name,
        @Nullable String registerId,
        List<OrpOption> orps,
        boolean active) {

    public ServiceData data() {
        return new ServiceData(
                organisation.id(),
                kind == null ? null : kind.id(),
                name,
                registerId,
                orps.stream().map(OrpOption::id).collect(Collectors.toSet()),
                active);
    }
}
