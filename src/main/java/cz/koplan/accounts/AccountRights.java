package cz.koplan.accounts;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import org.springframework.stereotype.Component;

/** Accounts belong to administrators; everybody keeps the own password and preferences. */
@Component("accountRights")
class AccountRights {

    public boolean keep() {
        return CurrentActor.find().filter(Actor::admin).isPresent();
    }

    public boolean own() {
        return CurrentActor.find().isPresent();
    }

    /** The page of the first administrator is open to anybody, and closes by itself once there is one. */
    public boolean anybody() {
        return true;
    }
}
