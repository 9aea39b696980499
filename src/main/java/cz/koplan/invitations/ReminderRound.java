package cz.koplan.invitations;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through the meetings ahead: invites late members, and reminds where the group wants it. May run at any time. */
@Component
public class ReminderRound {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRound.class);

    private final InvitationRepository invitations;
    private final Inviting inviting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderRound(
            InvitationRepository invitations, Inviting inviting, PlatformTransactionManager transactions, Clock clock) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends what is due, each once, however often it runs and on however many nodes. */
    public void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Prague")));
        CurrentActor.actingAs(Actor.SYSTEM, () -> {
            invitations.watched(today).forEach(this::lookAfter);
            return null;
        });
    }

    /** A meeting that fails does not keep the others; the next round tries again. */
    private void lookAfter(InvitationRepository.Watched meeting) {
        try {
            transaction.executeWithoutResult(status -> inviting.lookAfter(meeting));
        } catch (RuntimeException e) {
            LOG.error("Meeting {} was not looked after", meeting.meeting().value(), e);
        }
    }
}
