package cz.koplan.minutes;

import cz.koplan.meetings.MeetingStarted;
import cz.koplan.shared.actor.CurrentActor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A meeting that begins has minutes, written by whoever begins it. */
@Component
class StartMinutes {

    private final MinutesRepository minutes;

    StartMinutes(MinutesRepository minutes) {
        this.minutes = minutes;
    }

    @EventListener
    void on(MeetingStarted started) {
        if (minutes.head(started.meeting()).isEmpty()) {
            minutes.insertHead(
                    started.meeting(), new Signatories(CurrentActor.get().name(), null));
        }
    }
}
