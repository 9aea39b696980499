package cz.koplan.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import cz.koplan.platform.EmbeddedMariaDb;
import cz.koplan.platform.WhenJobsRun;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the mails leave: on this node right after the commit that stored them, and every few seconds, on one node, those
 * that waited. Stops before the scheduler does, after the mail that is on its way.
 */
@Configuration(proxyBeanMethods = false)
@WhenJobsRun
class MailJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailJob.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final MailDispatch dispatch;
    private final MailRepository mails;
    private final TransactionTemplate transaction;
    private final boolean onlyNode;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("mail").daemon().factory());
    private final AtomicBoolean nudged = new AtomicBoolean();
    private volatile boolean running;

    MailJob(
            MailDispatch dispatch,
            MailRepository mails,
            TransactionTemplate transaction,
            ObjectProvider<EmbeddedMariaDb> embedded) {
        this.dispatch = dispatch;
        this.mails = mails;
        this.transaction = transaction;
        // Nobody else uses the embedded database, so claims that are there at the start are those of a killed process.
        this.onlyNode = embedded.getIfAvailable() != null;
    }

    @Bean
    RecurringTask<Void> mailTask() {
        return Tasks.recurring("mail", FixedDelay.of(PAUSE)).execute((instance, context) -> send());
    }

    /** Many commits at once, or many mails of one, are one run. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void nudge(MailPosted posted) {
        nudge();
    }

    private void nudge() {
        if (running && nudged.compareAndSet(false, true)) {
            thread.execute(() -> {
                nudged.set(false);
                try {
                    send();
                } catch (RuntimeException e) {
                    log.warn("Mails could not be sent now, the recurring task will", e);
                }
            });
        }
    }

    private void send() {
        dispatch.run(() -> !running);
    }

    @Override
    public void start() {
        if (onlyNode) {
            transaction.executeWithoutResult(status -> mails.releaseAll());
        }
        running = true;
        nudge();
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("A mail is still on its way; it may be sent again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
