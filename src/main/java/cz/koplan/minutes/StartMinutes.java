package cz.koplan.minutes;

import cz.koplan.meetings.MeetingPlanned;
import cz.koplan.meetings.MeetingStarted;
import cz.koplan.shared.actor.CurrentActor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A planned meeting has empty minutes from the first day; whoever begins it writes them. */
@Component
class StartMinutes {

    private final MinutesRepository minutes;

    StartMinutes(MinutesRepository minutes) {
        this.minutes = minutes;
    }

    @EventListener
    void on(MeetingPlanned planned) {
        minutes.insertHead(planned.meeting(), new Signatories(null, null));
    }

    @EventListener
    void on(MeetingStarted started) {
        Signatories writer = new Signatories(CurrentActor.get().name(), null);
        var head = minutes.head(started.meeting());
        if (head.isEmpty()) {
            minutes.insertHead(started.meeting(), writer);
        } else if (head.get().signatories().author() == null) {
            minutes.updateSignatories(started.meeting(), head.get().version(), writer);
        }
    }
}
