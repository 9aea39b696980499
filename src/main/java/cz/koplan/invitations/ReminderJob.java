package cz.koplan.invitations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import cz.koplan.platform.WhenJobsRun;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the {@link ReminderRound} go often enough that a late member is invited within minutes. */
@Configuration(proxyBeanMethods = false)
@WhenJobsRun
class ReminderJob {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> reminderTask(ReminderRound round) {
        return Tasks.recurring("reminders", FixedDelay.of(PAUSE)).execute((instance, context) -> round.run());
    }
}
