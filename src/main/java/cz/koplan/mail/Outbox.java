package cz.koplan.mail;

import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in the transaction of their reason; they leave after its commit. */
@Component
public class Outbox {

    /** Stands in a stored mail where the address of the personal link goes; no mail holds a token before it is sent. */
    public static final String LINK = "{{personal-link}}";

    private final MailRepository mails;
    private final MailSettings settings;
    private final Letterhead letterhead;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(
            MailRepository mails,
            MailSettings settings,
            Letterhead letterhead,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.letterhead = letterhead;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores the mail. One with a burst key takes the place of those with the same key that nobody has begun to send,
     * and waits a little for the next; one without leaves at once. An address that can't be one is no error here: it
     * shows in the list of mails as one that could not be sent.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MailId post(NewMail mail) {
        LocalDateTime now = now();
        LocalDateTime due = now;
        if (mail.burst() != null) {
            mails.replaceWaiting(mail.burst(), now);
            due = now.plus(settings.burst());
        }
        if (!due.isAfter(now)) {
            events.publishEvent(new MailPosted());
        }
        String by = CurrentActor.findName().orElse(Actor.SYSTEM.name());
        return mails.insert(mail, letterhead.newMessageId(), by, now, due);
    }

    /** Returns what the mail is about that {@link #post} would replace; empty when none waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<MailKind> waiting(String burst) {
        return mails.waiting(burst, now());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
