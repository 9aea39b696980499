package cz.koplan.accounts;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
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

    /** Came by a link that sets a password; the link says whose. */
    public boolean holdsPasswordLink() {
        return CurrentActor.findVisitor()
                .filter(visitor -> visitor.purpose() == LinkPurpose.PASSWORD)
                .isPresent();
    }

    /**
     * The page of the first administrator is open to anybody, and closes by itself once there is one. So
     * is the form for who forgot the password, which answers everybody alike.
     */
    public boolean anybody() {
        return true;
    }
}
