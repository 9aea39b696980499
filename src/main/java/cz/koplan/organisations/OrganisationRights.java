package cz.koplan.organisations;

import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who may keep organisations and people. Coordinators add what they meet in minutes and among their members; changing
 * what is there belongs to planners and administrators.
 */
@Component("organisationRights")
public class OrganisationRights {

    private final OrganisationRepository organisations;
    private final Clock clock;

    OrganisationRights(OrganisationRepository organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    public boolean read() {
        return CurrentActor.find().isPresent();
    }

    public boolean add() {
        return change()
                || CurrentActor.find()
                        .filter(actor -> organisations.coordinatesAnyGroup(actor.person()))
                        .isPresent();
    }

    public boolean change() {
        return CurrentActor.find()
                .filter(actor -> actor.admin() || actor.planner())
                .isPresent();
    }

    /**
     * Tells whose own page the actor reads: those they speak for, those in groups they coordinate, planners all. Who
     * belonged to a group stays readable for its coordinators, as its minutes do.
     */
    public Predicate<OrganisationId> pages() {
        return CurrentActor.find()
                .<Predicate<OrganisationId>>map(actor -> actor.planner()
                        ? any -> true
                        : organisations.pagesOf(
                                actor.person(), LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague"))))::contains)
                .orElse(none -> false);
    }
}
