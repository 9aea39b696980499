package cz.koplan.audit;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import org.springframework.stereotype.Component;

/** The change log shows what groups keep to themselves, so only administrators read it. */
@Component("auditRights")
class AuditRights {

    public boolean read() {
        return CurrentActor.find().filter(Actor::admin).isPresent();
    }
}
