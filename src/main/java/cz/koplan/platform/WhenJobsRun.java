package cz.koplan.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** On what works in the background: it is there unless {@code koplan.jobs=false}, and never in a {@link TrainingRun}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnBooleanProperty(name = "koplan.jobs", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "koplan.training-run", havingValue = false, matchIfMissing = true)
public @interface WhenJobsRun {}
