package cz.koplan.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that was taken; {@code from} and {@code to} are a {@link MeetingState} or a {@link MinutesState}. */
public record TakenStep(
        LifeCycleSubject subject,
        Enum<?> from,
        Enum<?> to,
        @Nullable String reason,
        String takenBy,
        Instant takenAt) {}
