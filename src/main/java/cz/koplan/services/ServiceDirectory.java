package cz.koplan.services;

import cz.koplan.organisations.OrganisationId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages of other features offer to choose from. It asks for no right: whoever calls has asked already. */
@Component
public class ServiceDirectory {

    private final ServiceRepository services;
    private final Clock clock;

    ServiceDirectory(ServiceRepository services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** Returns the services that the organisation provides now, by name. */
    @Transactional(readOnly = true)
    public List<ServiceOption> of(OrganisationId organisation) {
        return services.options(organisation);
    }

    /** Returns the municipalities with extended powers of today, by name. */
    @Transactional(readOnly = true)
    public List<OrpOption> orps() {
        return services.orps(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
    }
}
