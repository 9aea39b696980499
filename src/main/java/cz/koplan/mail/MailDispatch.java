package cz.koplan.mail;

import cz.koplan.links.LinkId;
import cz.koplan.links.PersonalLinks;
import cz.koplan.mail.NotSentException.Reason;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. A committed claim keeps other nodes away; the token of a link is committed before its mail is sent,
 * and what became of the mail right after it, before the next one. Killed in between, the one mail is sent again under its
 * Message-ID when its claim has run out.
 */
@Component
class MailDispatch {

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

    private static final int BATCH = 20;
    private static final int ATTEMPTS_TO_COMMIT = 5;
    private static final String MASKED = "…";
    private static final String WITHDRAWN = "mail.answer.withdrawn";

    private final MailRepository mails;
    private final PersonalLinks links;
    private final MessageWriter writer;
    private final MailRoute route;
    private final Letterhead letterhead;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    MailDispatch(
            MailRepository mails,
            PersonalLinks links,
            MessageWriter writer,
            MailRoute route,
            Letterhead letterhead,
            MailSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mails = mails;
        this.links = links;
        this.writer = writer;
        this.route = route;
        this.letterhead = letterhead;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends until nothing is due, the server can't be reached, or {@code ending} says so. */
    void run(BooleanSupplier ending) {
        one.lock();
        try (MailRoute.Journey journey = route.open()) {
            boolean goOn = true;
            while (goOn && !ending.getAsBoolean()) {
                List<DueMail> batch = committed(() -> {
                    LocalDateTime now = now();
                    return mails.claim(now, now.plus(settings.lease()), BATCH);
                });
                goOn = !batch.isEmpty() && send(batch, journey, ending);
            }
        } finally {
            one.unlock();
        }
    }

    /** Returns whether to go on with the next ones. */
    private boolean send(List<DueMail> batch, MailRoute.Journey journey, BooleanSupplier ending) {
        // The second half of the lease is for the mail that is on its way when the first one has passed.
        Instant latest = clock.instant().plus(settings.lease().dividedBy(2));
        int tried = 0;
        boolean goOn = true;
        while (goOn
                && tried < batch.size()
                && !ending.getAsBoolean()
                && !clock.instant().isAfter(latest)) {
            goOn = send(batch.get(tried++), journey);
        }
        List<MailId> left = batch.stream().skip(tried).map(DueMail::id).toList();
        if (!left.isEmpty()) {
            committed(() -> mails.release(left));
        }
        return goOn;
    }

    private boolean send(DueMail mail, MailRoute.Journey journey) {
        try {
            String answer = hand(mail, journey);
            committed(() -> mails.sent(mail.id(), answer, now()));
            return true;
        } catch (NotSentException e) {
            committed(() -> note(mail, e.reason(), e.answer()));
            return e.reason() != Reason.NO_SERVER;
        }
    }

    /** Returns the answer of the other side. A token is minted only when somebody is there to take the mail. */
    private String hand(DueMail mail, MailRoute.Journey journey) throws NotSentException {
        LinkId link = mail.content().link();
        if (mail.linkWithdrawn() && mail.content().kind() != MailKind.CANCELLATION) {
            throw new NotSentException(Reason.REFUSED, WITHDRAWN);
        }
        journey.reach();
        if (link == null || mail.linkWithdrawn()) {
            return hand(mail, letterhead.address(), journey);
        }
        String minted = committed(() -> links.mint(link));
        String token = minted.substring(minted.lastIndexOf('/') + 1);
        try {
            return hand(mail, minted, journey).replace(token, MASKED);
        } catch (NotSentException e) {
            // Servers may quote what they refuse, and what they say is shown.
            throw new NotSentException(e.reason(), e.answer().replace(token, MASKED));
        }
    }

    /** Anything unforeseen is a matter of this mail, so that the others go on. */
    private String hand(DueMail mail, String link, MailRoute.Journey journey) throws NotSentException {
        try {
            return journey.send(
                    mail, writer.write(mail, route.session(), link, route.takesEightBits(), clock.instant()));
        } catch (MessagingException | RuntimeException e) {
            log.warn(
                    "Mail {} could not be made: {}",
                    mail.id().value(),
                    e.getClass().getName());
            throw new NotSentException(Reason.LATER, String.valueOf(e.getMessage()));
        }
    }

    private void note(DueMail mail, Reason reason, String answer) {
        Optional<Duration> pause = reason == Reason.REFUSED ? Optional.empty() : BackOff.after(mail.attempts() + 1);
        pause.ifPresentOrElse(
                wait -> mails.postpone(mail.id(), answer, now().plus(wait)), () -> mails.failed(mail.id(), answer));
    }

    private void committed(Runnable work) {
        committed(() -> {
            work.run();
            return work;
        });
    }

    /** A change that lost a race is made again: what became of a mail must not be forgotten. */
    private <T> T committed(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS_TO_COMMIT) {
                    throw e;
                }
            }
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
