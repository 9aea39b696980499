package cz.koplan.mail;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in the transaction of their reason; they leave after its commit. */
@Component
public class Outbox {

    /** Stands in a stored mail where the address of the personal link goes; no mail holds a token before it is sent. */
    public static final String LINK = "{{personal-link}}";

    private final MailRepository mails;
    private final Clock clock;

    Outbox(MailRepository mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public MailId post(NewMail mail) {
        return mails.insert(
                mail,
                CurrentActor.findName().orElse(Actor.SYSTEM.name()),
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
    }
}
