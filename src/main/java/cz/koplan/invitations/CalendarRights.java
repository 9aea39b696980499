package cz.koplan.invitations;

import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import org.springframework.stereotype.Component;

/** A calendar is read by its address only. */
@Component("calendarRights")
class CalendarRights {

    public boolean subscribes() {
        return CurrentActor.findVisitor()
                .filter(visitor -> visitor.purpose() == LinkPurpose.CALENDAR
                        && visitor.subject() == visitor.person().value())
                .isPresent();
    }
}
