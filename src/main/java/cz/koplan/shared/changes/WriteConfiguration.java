package cz.koplan.shared.changes;

import java.time.Clock;
import org.jooq.conf.RecordDirtyTracking;
import org.jooq.impl.DefaultRecordListenerProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WriteConfiguration {

    @Bean
    DefaultConfigurationCustomizer writesWithVersionAndPast(Clock clock) {
        return configuration -> {
            configuration.set(new DefaultRecordListenerProvider(new ChangeLogListener(clock)));
            configuration
                    .settings()
                    .withExecuteWithOptimisticLocking(true)
                    .withExecuteWithOptimisticLockingExcludeUnversioned(true)
                    // Setting a column to what it holds is no change, so it neither writes nor raises the version.
                    .withRecordDirtyTracking(RecordDirtyTracking.MODIFIED)
                    // The size is set per session in the JDBC URL; setting it here would send several statements at
                    // once.
                    .withRenderGroupConcatMaxLenSessionVariable(false);
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
