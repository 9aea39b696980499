package cz.koplan.services;

import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may keep services and code lists. Planners and administrators keep all; coordinators keep the services of
 * organisations that are members of their groups today.
 */
@Component("serviceRights")
public class ServiceRights {

    private final ServiceRepository services;
    private final Clock clock;

    ServiceRights(ServiceRepository services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    public boolean read() {
        return CurrentActor.find().isPresent();
    }

    public boolean keepLists() {
        return CurrentActor.find()
                .filter(actor -> actor.admin() || actor.planner())
                .isPresent();
    }

    /** Tells whether there is an organisation whose services the actor keeps. */
    public boolean keepSome() {
        return keepLists() || isMemberOfOwnGroup(Optional.empty());
    }

    public boolean keep(OrganisationId organisation) {
        return keepLists() || isMemberOfOwnGroup(Optional.of(organisation));
    }

    public boolean keep(ServiceId service) {
        return keepLists()
                || services.organisationOf(service).filter(this::keep).isPresent();
    }

    private boolean isMemberOfOwnGroup(Optional<OrganisationId> organisation) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        return CurrentActor.find()
                .filter(actor -> services.coordinates(actor.person(), organisation, today))
                .isPresent();
    }
}
