package cz.koplan.services;

import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class ServiceService {

    private final ServiceRepository services;
    private final ServiceRights rights;
    private final Clock clock;

    ServiceService(ServiceRepository services, ServiceRights rights, Clock clock) {
        this.services = services;
        this.rights = rights;
        this.clock = clock;
    }

    /** Returns a page of the services that fit, by organisation and name. */
    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<ServiceRow> rows(ServiceFilter filter, int offset, int limit) {
        return services.rows(filter, offset, limit);
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public int count(ServiceFilter filter) {
        return services.count(filter);
    }

    /** @throws NotFoundException when there is no such service */
    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public SocialService get(ServiceId id) {
        return services.find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Returns the organisations that provide services, by name. */
    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<ProviderOption> providers() {
        return services.providers();
    }

    /** Returns the organisations whose services the actor may keep, by name. */
    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<ProviderOption> ownOrganisations() {
        return rights.keepLists()
                ? services.organisations()
                : services.organisationsOf(CurrentActor.get().person(), today());
    }

    /** Returns the kinds of today in the order of the act. */
    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<KindOption> kinds() {
        return services.kinds(today());
    }

    @PreAuthorize("@serviceRights.read()")
    @Transactional(readOnly = true)
    public List<OrpOption> orps() {
        return services.orps(today());
    }

    @PreAuthorize("@serviceRights.keep(#data.organisation())")
    public ServiceId create(ServiceData data) {
        require(data, Optional.empty());
        return services.insert(data);
    }

    /** A service that its organisation no longer provides stays, not active. */
    @PreAuthorize("@serviceRights.keep(#id) and @serviceRights.keep(#data.organisation())")
    public void update(ServiceId id, int version, ServiceData data) {
        require(data, services.find(id));
        services.update(id, version, data);
    }

    private void require(ServiceData data, Optional<SocialService> before) {
        if (!services.exists(data.organisation())) {
            throw new NotFoundException(data.organisation());
        }
        Optional<ServiceId> except = before.map(SocialService::id);
        if (services.isTaken(data.organisation(), data.name(), except)) {
            throw new InvalidInputException("services.name.taken", data.name());
        }
        if (data.registerId() != null && services.isRegistered(data.registerId(), except)) {
            throw new InvalidInputException("services.registerId.taken", data.registerId());
        }
        // What a service had while it was valid, it may keep.
        boolean kindStays = before.filter(
                        known -> Objects.equals(data.kind(), known.data().kind()))
                .isPresent();
        if (data.kind() != null && !kindStays && !services.isValid(data.kind(), today())) {
            throw new InvalidInputException("services.kind.invalid");
        }
        Set<OrpId> added = new HashSet<>(data.orps());
        before.ifPresent(known -> added.removeAll(known.data().orps()));
        if (services.countValid(added, today()) != added.size()) {
            throw new InvalidInputException("services.orp.invalid");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }
}
