package cz.koplan.situation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import cz.koplan.platform.WhenJobsRun;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the {@link StillValidRound} go in the morning, when people read such mails. */
@Configuration(proxyBeanMethods = false)
@WhenJobsRun
class StillValidJob {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    @Bean
    RecurringTask<Void> stillValidTask(StillValidRound round) {
        return Tasks.recurring("still-valid", new Daily(ZoneId.of("Europe/Prague"), MORNING))
                .execute((instance, context) -> round.run());
    }
}
