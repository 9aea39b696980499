package cz.koplan.organisations;

import cz.koplan.shared.actor.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * Who may keep organisations and people. Coordinators add what they meet in minutes and among their members; changing
 * what is there belongs to planners and administrators.
 */
@Component("organisationRights")
public class OrganisationRights {

    private final OrganisationRepository organisations;

    OrganisationRights(OrganisationRepository organisations) {
        this.organisations = organisations;
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
}
