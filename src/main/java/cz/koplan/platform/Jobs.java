package cz.koplan.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link RecurringTask} that a feature offers as a bean, each on one node at a time. Starts when the rest of
 * the application is ready and ends before it, waiting for what runs.
 */
@Component
@WhenJobsRun
class Jobs implements SmartLifecycle {

    private static final int THREADS = 2;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15); // a node is dead after six missing ones
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    /** Before the servers of web requests stop, after the features have told their tasks to end. */
    private static final int PHASE = DEFAULT_PHASE - 1;

    private final Scheduler scheduler;
    private volatile boolean running;

    Jobs(DataSource database, ObjectProvider<RecurringTask<?>> tasks) {
        List<RecurringTask<?>> all = tasks.stream().toList();
        scheduler = Scheduler.create(database)
                .startTasks(all)
                .jdbcCustomization(new MariaDBJdbcCustomization(true))
                .alwaysPersistTimestampInUTC()
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
